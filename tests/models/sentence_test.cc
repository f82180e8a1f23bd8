#include "models/sentence.h"

#include <doctest/doctest.h>

using namespace models;

TEST_CASE("tags and dependencies are read as they are written") {
  CHECK(parse_tag(to_string(Tag::kPropn)) == Tag::kPropn);
  CHECK(parse_dependency("nsubj:pass") == Dependency::kNsubjPass);
  CHECK(to_string(Dependency::kXcomp) == "xcomp");
  CHECK(!parse_tag("NNP"));
}

TEST_CASE("an unknown subtype is read as its type") {
  CHECK(parse_dependency("obl:tmod") == Dependency::kObl);
  CHECK(!parse_dependency("subject"));
}
