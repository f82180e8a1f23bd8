#include <doctest/doctest.h>

#include "tests/extract/reading_article.h"

namespace extract {
namespace {

using text::RelationType;

bool states(const Extraction& read, std::string_view source, RelationType type,
            std::string_view target) {
  return find_relation(read, source, type, target) != nullptr;
}

TEST_CASE("each facility of a list lies in the place before it") {
  const auto read =
      read_body("鹿児島県の菱刈鉱山と愛媛県の東予工場を操業する。");
  CHECK(states(read, "facility:hishikari-mine", RelationType::kLocatedIn,
               "place:kagoshima"));
  CHECK(states(read, "facility:toyo-smelter", RelationType::kLocatedIn,
               "place:ehime"));
  CHECK_FALSE(states(read, "facility:toyo-smelter", RelationType::kLocatedIn,
                     "place:kagoshima"));
}

TEST_CASE("of a row of places each lies in the one before") {
  const auto read = read_body("美国田纳西州克拉克斯维尔很小。");
  CHECK(states(read, "place:tennessee", RelationType::kPartOf,
               "place:united-states"));
  CHECK(states(read, "place:clarksville", RelationType::kPartOf,
               "place:tennessee"));
}

TEST_CASE("a Chinese comma ends a list") {
  const auto read = read_body(
      "Ivanhoe Mines持有卡莫阿-卡库拉（Kamoa-Kakula）铜矿，在"
      "哥伦比亚经营武里蒂卡（Buriticá）金矿。");
  CHECK(states(read, "company:ivanhoe-mines", RelationType::kOwns,
               "facility:kamoa-kakula-mine"));
  CHECK_FALSE(states(read, "company:ivanhoe-mines", RelationType::kOwns,
                     "facility:buriticá-mine"));
}

TEST_CASE("the owner before a facility is one") {
  const auto read = read_body("八戸製錬、DOWAホールディングスの秋田製錬。");
  CHECK(states(read, "company:dowa-holdings", RelationType::kOperates,
               "facility:akita-zinc-smelter"));
  CHECK_FALSE(states(read, "company:hachinohe-smelting",
                     RelationType::kOperates, "facility:akita-zinc-smelter"));
}

}  // namespace
}  // namespace extract
