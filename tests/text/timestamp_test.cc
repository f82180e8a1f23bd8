#include "text/timestamp.h"

#include <doctest/doctest.h>

using namespace text;

TEST_CASE("a time is written and read back") {
  const auto time = parse_rfc3339("2025-12-16T00:24:00Z");
  REQUIRE(time);
  CHECK(*time == Timestamp{1765844640});
  CHECK(to_rfc3339(*time) == "2025-12-16T00:24:00Z");
  CHECK(to_date(*time) == "2025-12-16");
  CHECK(to_rfc3339(Timestamp{-1}) == "1969-12-31T23:59:59Z");
}

TEST_CASE("zones and fractions are understood") {
  const auto time = parse_rfc3339("2025-12-16T00:24:00Z");
  CHECK(parse_rfc3339("2025-12-16T08:24:00.5+08:00") == time);
  CHECK(parse_rfc3339("2025-12-15T19:24:00-05:00") == time);
  CHECK(parse_rfc3339("2025-12-16t00:24:00.123456789z") == time);
  CHECK(parse_rfc3339("2025-12-16 00:24:00") == time);
}

TEST_CASE("the beginning of a time is its first instant") {
  CHECK(parse_rfc3339("2025") == parse_rfc3339("2025-01-01T00:00:00Z"));
  CHECK(parse_rfc3339("2025-12") == parse_rfc3339("2025-12-01T00:00:00Z"));
  CHECK(parse_rfc3339("2025-12-16") == parse_rfc3339("2025-12-16T00:00:00Z"));
  CHECK(parse_rfc3339("2025-12-16T00:24") ==
        parse_rfc3339("2025-12-16T00:24:00Z"));
}

TEST_CASE("a leap second is the second before it") {
  CHECK(parse_rfc3339("2016-12-31T23:59:60Z") ==
        parse_rfc3339("2016-12-31T23:59:59Z"));
  CHECK_FALSE(parse_rfc3339("2016-12-31T23:59:61Z"));
}

TEST_CASE("what is no time is refused") {
  for (const auto* text : {"",
                           "20",
                           "2025-",
                           "2025-1",
                           "2025-12-",
                           "2025-12-16T",
                           "2025-12-16T00",
                           "2025-12-16T00:24:00Z ",
                           "2025-12-16T00:24:00+08",
                           "2025-12-16x",
                           "2025-12-16T00:24:00.Z",
                           "2025-12-16T00:24:00+24:00",
                           "-025-12-16",
                           "2025-12-16T00:24:00+0800",
                           "2025Z",
                           "+2025",
                           "2025-12-16T24:00:00Z",
                           "2025-02-29",
                           "2025-13-01",
                           "2025-00-01",
                           "0000-01-01",
                           "10000-01-01",
                           "0001-01-01T00:00:00+08:00",
                           "9999-12-31T23:59:59-08:00"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_rfc3339(text));
  }
}

TEST_CASE("leap years are those of the Gregorian calendar") {
  CHECK(to_timestamp({.year = 2024, .month = 2, .day = 29}));
  CHECK(to_timestamp({.year = 2000, .month = 2, .day = 29}));
  CHECK_FALSE(to_timestamp({.year = 1900, .month = 2, .day = 29}));
  CHECK_FALSE(to_timestamp({.year = 2025, .month = 2, .day = 30}));
  CHECK_FALSE(to_timestamp({.year = 2025, .hour = 24}));
  CHECK_FALSE(to_timestamp({.year = 10000}));
}

TEST_CASE("the first and the last second of the calendar are kept") {
  for (const auto* text : {"0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"}) {
    const auto time = parse_rfc3339(text);
    REQUIRE(time);
    CHECK(to_rfc3339(*time) == text);
  }
}

TEST_CASE("a civil time is that of UTC") {
  const auto time =
      to_timestamp({.year = 2025, .hour = 1, .utc_offset_minutes = 120});
  REQUIRE(time);
  const CivilTime civil = to_civil(*time);
  CHECK(civil.year == 2024);
  CHECK(civil.month == 12);
  CHECK(civil.day == 31);
  CHECK(civil.hour == 23);
}
