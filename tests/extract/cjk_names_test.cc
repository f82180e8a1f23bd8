#include <doctest/doctest.h>

#include "tests/extract/reading_article.h"

namespace extract {
namespace {

using text::RelationType;

std::string surface(const std::string& body, std::string_view entity) {
  const auto read = read_body(body);
  const auto* mention = find_mention(read, entity);
  return mention == nullptr ? ""
                            : std::string(text::slice(body, mention->span));
}

TEST_CASE("a Chinese facility's name holds its gloss in brackets") {
  const std::string smelter = "facility:trail-smelter";
  CHECK(surface("泰克资源经营特雷尔（Trail）冶炼厂。", smelter) ==
        "特雷尔（Trail）冶炼厂");
  CHECK(surface("泰克资源（Teck Resources）经营冶炼厂。", smelter) == "");
  CHECK(surface("泰克资源在特雷尔（Trail）。", smelter) == "");
  CHECK(surface("特雷尔（", smelter) == "");
}

TEST_CASE("a Katakana name is found after a particle") {
  const std::string body = "資金はコリア・ジンクが調達した。";
  CHECK(surface(body, "company:korea-zinc") == "コリア・ジンク");
  CHECK(surface("アコリア・ジンク", "company:korea-zinc") == "");
}

TEST_CASE("single characters are metals in a list of metals") {
  const auto read = read_body("产品包括锌、铅、铜、金、银以及锑。");
  CHECK(find_mention(read, "commodity:gold") != nullptr);
  CHECK(find_mention(read, "commodity:silver") != nullptr);
}

TEST_CASE("a Korean sentence may begin with a Latin name") {
  const auto read = read_body("LS MnM은 아연을 생산한다.");
  CHECK(find_relation(read, "company:ls-mnm", RelationType::kProduces,
                      "commodity:zinc") != nullptr);
}

TEST_CASE("places stand before what is bought, made and run") {
  const auto read = read_body("고려아연은 한국 울산 온산제련소를 운영한다.");
  CHECK(find_relation(read, "company:korea-zinc", RelationType::kOperates,
                      "facility:onsan-smelter") != nullptr);
}

}  // namespace
}  // namespace extract
