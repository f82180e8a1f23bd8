#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "tests/extract/reading_article.h"

namespace extract {
namespace {

using text::RelationType;

bool restricts(const Extraction& read, const std::string& source) {
  return std::ranges::any_of(
      read.annotation.relations, [&](const text::Relation& relation) {
        return relation.type == RelationType::kRestricts &&
               relation.source == source;
      });
}

TEST_CASE("a land's ban is told of the ministry that announced it") {
  const Extraction read = read_body(
      "China banned exports of antimony to the United States. China's Ministry "
      "of Commerce announced the measure on Tuesday.");
  CHECK(restricts(read, "government:china-s-ministry-of-commerce"));
  CHECK_FALSE(restricts(read, "place:china"));
}

TEST_CASE("a land's ban stays the land's where a ministry only speaks of it") {
  const Extraction read = read_body(
      "China banned exports of antimony to the United States. China's Ministry "
      "of Commerce said nothing on Tuesday.");
  CHECK(restricts(read, "place:china"));
}

TEST_CASE("who only plans to build a smelter does not run it yet") {
  const Extraction read = read_body(
      "Korea Zinc plans to build the Clarksville smelter. Korea Zinc's "
      "Clarksville smelter is to make zinc.");
  CHECK(std::ranges::none_of(read.annotation.relations,
                             [](const text::Relation& relation) {
                               return relation.type == RelationType::kOperates;
                             }));
}

}  // namespace
}  // namespace extract
