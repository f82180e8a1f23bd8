#include "extract/modality.h"

#include <doctest/doctest.h>

#include "tests/extract/reading_article.h"

namespace extract {
namespace {

std::optional<VerbGroup> group(Voice voice, std::string_view text) {
  static const Knowledge kKnowledge(resources());
  std::vector<Token> tokens = tokenize(text);
  kKnowledge.lexicon().symbols().label(tokens);
  return match_verb_group(kKnowledge, kKnowledge.lexicon().set("acquire"),
                          voice, tokens);
}

TEST_CASE("auxiliaries tell what is planned, possible, rumoured or plain") {
  using text::Modality;
  CHECK(group(Voice::kActive, "acquired")->modality == Modality::kAsserted);
  CHECK(group(Voice::kActive, "has agreed to acquire")->modality ==
        Modality::kPlanned);
  CHECK(group(Voice::kActive, "will acquire")->modality == Modality::kPlanned);
  CHECK(group(Voice::kActive, "could acquire")->modality ==
        Modality::kPossible);
  CHECK(group(Voice::kActive, "is in talks to acquire")->modality ==
        Modality::kRumoured);
}

TEST_CASE("what is not done is negated") {
  CHECK(group(Voice::kActive, "did not acquire")->negated);
  CHECK(group(Voice::kActive, "has no plan to acquire")->negated);
  CHECK_FALSE(group(Voice::kActive, "did acquire")->negated);
}

TEST_CASE("a voice is not taken for another") {
  CHECK(group(Voice::kPassive, "was acquired"));
  CHECK_FALSE(group(Voice::kActive, "was acquired"));
  CHECK_FALSE(group(Voice::kPassive, "acquired"));
  CHECK(group(Voice::kInfinitive, "to acquire"));
  CHECK_FALSE(group(Voice::kInfinitive, "to acquired"));
}

}  // namespace
}  // namespace extract
