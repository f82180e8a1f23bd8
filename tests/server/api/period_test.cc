#include "server/api/period.h"

#include <doctest/doctest.h>

#include "text/error.h"

namespace server::api {
namespace {

std::string last_instant(const std::string& text) {
  return text::to_rfc3339(*read_last_instant({{"as_of", text}}, "as_of"));
}

}  // namespace

TEST_CASE("as of a day means the whole day, as of a year the whole year") {
  CHECK(last_instant("2025") == "2025-12-31T23:59:59Z");
  CHECK(last_instant("2024-02") == "2024-02-29T23:59:59Z");
  CHECK(last_instant("2025-12") == "2025-12-31T23:59:59Z");
  CHECK(last_instant("2025-12-16") == "2025-12-16T23:59:59Z");
  CHECK(last_instant("2025-12-16T00:24") == "2025-12-16T00:24:59Z");
  CHECK(last_instant("2025-12-16T00:24:07Z") == "2025-12-16T00:24:07Z");
  CHECK_FALSE(read_last_instant({}, "as_of").has_value());
  CHECK_THROWS_AS(last_instant("yesterday"), text::BadRequest);
}

TEST_CASE("a period that ends before it begins is refused") {
  CHECK_THROWS_AS(read_period({{"from", "2026"}, {"to", "2025"}}),
                  text::BadRequest);
  CHECK(read_period({{"from", "2026"}, {"to", "2026"}}).from.has_value());
  CHECK(read_period({}).is_open());
}

}  // namespace server::api
