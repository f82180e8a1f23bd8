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

TEST_CASE("a name with a possessive inside is found only with it") {
  Symbols symbols;
  NameAutomaton names;
  names.add(symbols.intern_name("China's Ministry"), 1);
  std::vector<Token> with = tokenize("China's Ministry");
  std::vector<Token> without = tokenize("China Ministry");
  symbols.label(with);
  symbols.label(without);
  CHECK(names.find(with).size() == 1);
  CHECK(names.find(without).empty());
}

TEST_CASE("names that gain values in turn keep all of them, in order") {
  NameAutomaton names;
  for (const uint32_t value : {1, 2, 1, 3}) {
    names.add({{7}}, value);
    names.add({{8}}, value + 10);
  }
  const auto seven = names.exactly({{7}});
  const auto eight = names.exactly({{8}});
  CHECK(std::vector(seven.begin(), seven.end()) == std::vector{1U, 2U, 3U});
  CHECK(std::vector(eight.begin(), eight.end()) == std::vector{11U, 12U, 13U});
  CHECK(names.exactly({{9}}).empty());
}

TEST_CASE("a hundred thousand names are all found again") {
  NameAutomaton names;
  constexpr uint32_t kNames = 100'000;
  for (uint32_t i = 1; i <= kNames; ++i) names.add({{i, i + 1}}, i);
  uint32_t found = 0;
  for (uint32_t i = 1; i <= kNames; ++i) {
    found += names.exactly({{i, i + 1}}).size() == 1 ? 1U : 0U;
  }
  CHECK(found == kNames);
}

}  // namespace
}  // namespace extract
