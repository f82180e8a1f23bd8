#include "text/abbreviations.h"

#include <doctest/doctest.h>

using namespace text;

TEST_CASE("abbreviations are told by what may follow them") {
  CHECK(classify_abbreviation("Mr") == Abbreviation::kTitle);
  CHECK(classify_abbreviation("e.g") == Abbreviation::kTitle);
  CHECK(classify_abbreviation("No") == Abbreviation::kNumber);
  CHECK(classify_abbreviation("Ltd") == Abbreviation::kGeneral);
  CHECK(classify_abbreviation("U.S") == Abbreviation::kGeneral);
  CHECK(classify_abbreviation("J") == Abbreviation::kGeneral);
  CHECK(classify_abbreviation("zinc") == Abbreviation::kNone);
  CHECK(classify_abbreviation("a") == Abbreviation::kNone);
  CHECK(classify_abbreviation("") == Abbreviation::kNone);
}

TEST_CASE("an acronym is single letters with full stops between them") {
  CHECK(is_dotted_acronym("U.S"));
  CHECK(is_dotted_acronym("p.m"));
  CHECK(is_dotted_acronym("A.B.C"));
  CHECK_FALSE(is_dotted_acronym("US"));
  CHECK_FALSE(is_dotted_acronym("U"));
  CHECK_FALSE(is_dotted_acronym("U."));
  CHECK_FALSE(is_dotted_acronym("a.com"));
  CHECK_FALSE(is_dotted_acronym("2.5"));
}

TEST_CASE("words that begin sentences are known, names are not") {
  CHECK(is_sentence_starter("The"));
  CHECK(is_sentence_starter("Meanwhile"));
  CHECK_FALSE(is_sentence_starter("the"));
  CHECK_FALSE(is_sentence_starter("Department"));
}
