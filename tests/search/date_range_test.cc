#include "search/date_range.h"

#include <doctest/doctest.h>

#include <string>

namespace search {

namespace {

std::string bounds(std::string_view period) {
  const auto range = parse_period(period);
  if (!range) return "none";
  return text::to_rfc3339(range->from.value()) + " " +
         (range->to ? text::to_rfc3339(*range->to) : "open");
}

}  // namespace

TEST_CASE("a period covers the whole year, month, day or minute it names") {
  CHECK(bounds("2025") == "2025-01-01T00:00:00Z 2026-01-01T00:00:00Z");
  CHECK(bounds("2025-12") == "2025-12-01T00:00:00Z 2026-01-01T00:00:00Z");
  CHECK(bounds("2024-02") == "2024-02-01T00:00:00Z 2024-03-01T00:00:00Z");
  CHECK(bounds("2025-12-31") == "2025-12-31T00:00:00Z 2026-01-01T00:00:00Z");
  CHECK(bounds("2025-12-16T00:24") ==
        "2025-12-16T00:24:00Z 2025-12-16T00:25:00Z");
  CHECK(bounds("2025-12-16T08:24:00+08:00") ==
        "2025-12-16T00:24:00Z 2025-12-16T00:24:01Z");
}

TEST_CASE("the last year has no end") {
  CHECK(bounds("9999") == "9999-01-01T00:00:00Z open");
}

TEST_CASE("dates that do not exist are no period") {
  CHECK(bounds("2025-02-30") == "none");
  CHECK(bounds("2025-13") == "none");
  CHECK(bounds("yesterday") == "none");
  CHECK(bounds("") == "none");
}

}  // namespace search
