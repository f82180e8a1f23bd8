#include "search/ranked_texts.h"

#include <doctest/doctest.h>

#include "search/typing_form.h"
#include "tests/search/hex.h"
#include "text/error.h"

namespace search {
namespace {

std::vector<std::string> found(const std::string& bytes, std::string_view typed,
                               size_t limit = 10) {
  std::vector<std::string> texts;
  for (const auto& text : RankedTexts(bytes).find(typing_form(typed), limit)) {
    texts.emplace_back(text.text);
  }
  return texts;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("texts are found by what any word of them begins with, best first") {
  const std::string bytes = encode_ranked_texts(std::vector<RankedText>{
      {"Copper falls", 1}, {"Korea Zinc buys", 2}, {"Zinc rises", 3}});
  CHECK(found(bytes, "zin") == Texts{"Korea Zinc buys", "Zinc rises"});
  CHECK(found(bytes, "ZINC B") == Texts{"Korea Zinc buys"});
  CHECK(found(bytes, "inc").empty());
  CHECK(found(bytes, "").empty());
}

TEST_CASE("Chinese and Japanese are found from any character on") {
  const std::string bytes =
      encode_ranked_texts(std::vector<RankedText>{{"株冶集团停产", 1},
                                                  {"住友金属鉱山のニッケル", 2},
                                                  {"고려아연 제련소", 3}});
  CHECK(found(bytes, "集团") == Texts{"株冶集团停产"});
  CHECK(found(bytes, "ﾆｯｹﾙ") == Texts{"住友金属鉱山のニッケル"});
  CHECK(found(bytes, "제려") == Texts{"고려아연 제련소"});
}

TEST_CASE("a text longer than what is sorted is found by all of it") {
  const std::string title =
      "The ministry of mines and energy extends the export ban on ore";
  const std::string bytes = encode_ranked_texts(
      std::vector<RankedText>{{title + " again", 1}, {title, 2}});
  CHECK(found(bytes, title).size() == 2);
  CHECK(found(bytes, title + " a") == Texts{title + " again"});
}

TEST_CASE("the best of very many are found, and told where they fit") {
  std::vector<RankedText> texts;
  for (uint64_t i = 0; i < 5000; ++i) {
    texts.push_back({"Report " + std::to_string(5000 - i) + " on zinc", i});
  }
  const std::string bytes = encode_ranked_texts(texts);
  const auto best = RankedTexts(bytes).find("zin", 2);
  REQUIRE(best.size() == 2);
  CHECK(best[0].value == 0);
  CHECK(best[1].value == 1);
  CHECK(best[0].match == text::Span{15, 18});
}

TEST_CASE("the documented example is what is written") {
  const std::string bytes =
      encode_ranked_texts(std::vector<RankedText>{{"Zn", 42}});
  CHECK(to_hex(bytes) ==
        "010000000100000002000000"
        "2a00000000000000"
        "0000000002000000"
        "00000000"
        "00000000"
        "5a6e");
}

TEST_CASE("cut bytes are refused") {
  const std::string bytes =
      encode_ranked_texts(std::vector<RankedText>{{"Zinc", 1}});
  CHECK_THROWS_AS(RankedTexts(bytes.substr(0, bytes.size() - 1)),
                  text::StorageError);
}

}  // namespace search
