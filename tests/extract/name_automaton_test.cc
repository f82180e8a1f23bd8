#include "extract/name_automaton.h"

#include <doctest/doctest.h>

namespace extract {
namespace {

TEST_CASE("every name that a text begins with is found, shortest first") {
  Symbols symbols;
  NameAutomaton names;
  names.add(symbols.intern_phrase("Korea"), 1);
  names.add(symbols.intern_phrase("Korea Zinc"), 2);
  names.add(symbols.intern_phrase("Korea Zinc"), 3);
  std::vector<Token> tokens = tokenize("Korea Zinc shares");
  symbols.label(tokens);
  const auto matches = names.find(tokens);
  REQUIRE(matches.size() == 2);
  CHECK(matches[0].size == 1);
  CHECK(matches[1].size == 2);
  CHECK(matches[1].values.size() == 2);
}

TEST_CASE("a name does not go on after a possessive ending") {
  Symbols symbols;
  NameAutomaton names;
  names.add(symbols.intern_phrase("Korea Zinc"), 1);
  std::vector<Token> tokens = tokenize("Korea's Zinc");
  symbols.label(tokens);
  CHECK(names.find(tokens).empty());
}

}  // namespace
}  // namespace extract
