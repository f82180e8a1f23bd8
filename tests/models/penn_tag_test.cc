#include "models/penn_tag.h"

#include <doctest/doctest.h>

using namespace models;

TEST_CASE("every tag is read as it is written") {
  for (int i = 0; i < kPennTagCount; ++i) {
    const auto tag = static_cast<PennTag>(i);
    CHECK(parse_penn_tag(to_string(tag)) == tag);
  }
  CHECK(to_string(PennTag::kParticiple) == "VBN");
  CHECK(to_string(PennTag::kClosingQuote) == "''");
  CHECK(to_string(PennTag::kLeftBracket) == "-LRB-");
}

TEST_CASE("no other name is a tag") {
  CHECK(!parse_penn_tag("VERB"));
  CHECK(!parse_penn_tag(""));
}
