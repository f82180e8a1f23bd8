#include "models/name_hints.h"

#include <doctest/doctest.h>

#include <string_view>

namespace models {
namespace {

std::vector<NameHints::Match> find(const NameHints& hints,
                                   std::string_view text) {
  std::vector<uint64_t> symbols;
  for (const std::string_view token : cut_hint(text)) {
    symbols.push_back(NameHints::symbol({token, false}));
  }
  return hints.find(symbols);
}

TEST_CASE("hints are found by the words that begin a text, shortest first") {
  const auto table = NameHints::build({{"서울", 5}, {"서울대학교", 7}});
  const NameHints hints(table);
  const auto matches = find(hints, "서울대학교가");
  REQUIRE(matches.size() == 2);
  CHECK(matches[0].size == 2);
  CHECK(matches[0].kinds == 1U << 5U);
  CHECK(matches[1].size == 5);
  CHECK(matches[1].kinds == 1U << 7U);
  CHECK(find(hints, "서").empty());
}

TEST_CASE("Latin letters of a hint are one token in any case") {
  const auto table = NameHints::build({{"LG전자", 1}});
  const NameHints hints(table);
  CHECK(find(hints, "lg전자").size() == 1);
  CHECK(find(hints, "LGX전자").empty());
}

TEST_CASE("a word may hint at several things") {
  const auto table = NameHints::build({{"김", 1}, {"김", 4}});
  const auto matches = find(NameHints(table), "김");
  REQUIRE(matches.size() == 1);
  CHECK(matches[0].kinds == (1U << 1U | 1U << 4U));
}

TEST_CASE("an empty table has no hints") {
  const auto table = NameHints::build({});
  CHECK(find(NameHints(table), "김").empty());
}

}  // namespace
}  // namespace models
