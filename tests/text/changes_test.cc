#include "text/changes.h"

#include <doctest/doctest.h>

#include <string>

namespace text {

TEST_CASE("a later version adds sentences and drops others") {
  const std::string earlier = "Zinc rose. Lead fell.\n\nTin is quiet.";
  const std::string later = "ZINC ROSE! Copper rose too. Tin is quiet.";
  const Changes changes = find_changes(earlier, later);
  REQUIRE(changes.added.size() == 1);
  CHECK(slice(later, changes.added[0]) == "Copper rose too.");
  REQUIRE(changes.removed.size() == 1);
  CHECK(slice(earlier, changes.removed[0]) == "Lead fell.");
}

TEST_CASE("a sentence that is said again is new the second time") {
  const Changes changes = find_changes("锌价上涨。", "锌价上涨。锌价上涨。");
  CHECK(changes.added.size() == 1);
  CHECK(changes.removed.empty());
}

TEST_CASE("texts of other order or without words have no changes") {
  const Changes moved = find_changes("One is. Two is.", "Two is. One is. ...");
  CHECK(moved.added.empty());
  CHECK(moved.removed.empty());
  CHECK(find_changes("", "").added.empty());
}

}  // namespace text
