#include "extract/symbols.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

namespace extract {
namespace {

TEST_CASE("each word has one symbol, and no word has none") {
  Symbols symbols;
  const uint32_t zinc = symbols.intern("zinc");
  CHECK(zinc != 0);
  CHECK(symbols.intern("lead") != zinc);
  CHECK(symbols.intern("zinc") == zinc);
  CHECK(symbols.find("zinc") == zinc);
  CHECK(symbols.find("tin") == 0);
  CHECK(symbols.find("") == 0);
  CHECK(symbols.size() == 2);
}

TEST_CASE("a hundred thousand words keep their symbols") {
  Symbols symbols;
  constexpr uint32_t kWords = 100'000;
  std::set<uint32_t> seen;
  for (uint32_t i = 0; i < kWords; ++i) {
    seen.insert(symbols.intern("w" + std::to_string(i)));
  }
  CHECK(seen.size() == kWords);
  bool found = true;
  for (uint32_t i = 0; i < kWords; ++i) {
    found &= symbols.find("w" + std::to_string(i)) == i + 1;
  }
  CHECK(found);
}

}  // namespace
}  // namespace extract
