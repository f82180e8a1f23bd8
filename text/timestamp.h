// Points in time, and RFC 3339.

#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace text {

// Seconds since 1970-01-01T00:00:00Z, without leap seconds; years 0001-9999.
enum class Timestamp : int64_t {};

// A civil date and time of the proleptic Gregorian calendar.
struct CivilTime {
  int year = 1970;
  int month = 1;  // 1-12
  int day = 1;    // 1-31
  int hour = 0;
  int minute = 0;
  int second = 0;
  int utc_offset_minutes = 0;  // east is positive
};

// Nothing if a field is out of range (February 30, 24:00, year 10000).
std::optional<Timestamp> to_timestamp(const CivilTime& civil);

// In UTC.
CivilTime to_civil(Timestamp timestamp);

// `2025-12-16T00:24:00Z`.
std::string to_rfc3339(Timestamp timestamp);

// `2025-12-16`.
std::string to_date(Timestamp timestamp);

// An RFC 3339 time (`2025-12-16T08:24:00.5+08:00`, fractions dropped), or a
// prefix of one (`2025`, `2025-12`, `2025-12-16`, `2025-12-16T00:24`), which is
// read as its first instant, in UTC where no zone stands.
std::optional<Timestamp> parse_rfc3339(std::string_view text);

}  // namespace text
