#include "text/changes.h"

#include <doctest/doctest.h>

#include <string>

namespace text {
namespace {

Changes compare(std::string_view earlier, std::string_view later) {
  return find_changes(TextVersion(earlier), TextVersion(later));
}

}  // namespace

TEST_CASE("a later version adds sentences and drops others") {
  const std::string earlier = "Zinc rose. Lead fell.\n\nTin is quiet.";
  const std::string later = "ZINC ROSE! Copper rose too. Tin is quiet.";
  const Changes changes = compare(earlier, later);
  REQUIRE(changes.added.size() == 1);
  CHECK(slice(later, changes.added[0]) == "Copper rose too.");
  REQUIRE(changes.removed.size() == 1);
  CHECK(slice(earlier, changes.removed[0]) == "Lead fell.");
}

TEST_CASE("a sentence that is said again is new the second time") {
  const Changes changes = compare("锌价上涨。", "锌价上涨。锌价上涨。");
  CHECK(changes.added.size() == 1);
  CHECK(changes.removed.empty());
}

TEST_CASE("texts of other order or without words have no changes") {
  const Changes moved = compare("One is. Two is.", "Two is. One is. ...");
  CHECK(moved.added.empty());
  CHECK(moved.removed.empty());
  CHECK(compare("", "").added.empty());
}

}  // namespace text
