#include "extract/lexicon.h"

#include <doctest/doctest.h>

namespace extract {
namespace {

uint8_t forms_of(const Lexicon& lexicon, const char* set,
                 std::string_view text) {
  std::vector<Token> tokens = tokenize(text);
  lexicon.symbols().label(tokens);
  return lexicon.match(lexicon.set(set), tokens).forms;
}

TEST_CASE("a verb is known in every form") {
  Lexicon lexicon;
  lexicon.add_irregular({"buy", "bought", "bought"});
  lexicon.add_verbs("acquire", {"acquire", "buy", "take over", "supply"});
  CHECK(forms_of(lexicon, "acquire", "acquired") == (kPast | kParticiple));
  CHECK(forms_of(lexicon, "acquire", "acquiring") == kGerund);
  CHECK(forms_of(lexicon, "acquire", "buys") == kThird);
  CHECK(forms_of(lexicon, "acquire", "bought") == (kPast | kParticiple));
  CHECK(forms_of(lexicon, "acquire", "taking over") == kGerund);
  CHECK(forms_of(lexicon, "acquire", "supplies") == kThird);
  CHECK(forms_of(lexicon, "acquire", "taking") == 0);
}

TEST_CASE("the longest phrase of a set matches") {
  Lexicon lexicon;
  lexicon.add_words("chief", {"chief", "chief executive"});
  std::vector<Token> tokens = tokenize("chief executive officer");
  lexicon.symbols().label(tokens);
  CHECK(lexicon.match(lexicon.set("chief"), tokens).size == 2);
}

}  // namespace
}  // namespace extract
