// Stretches of time, as queries write them.

#pragma once

#include <optional>
#include <string_view>

#include "text/timestamp.h"

namespace search {

// Half-open; open-ended where a side is absent.
struct DateRange {
  std::optional<text::Timestamp> from;  // inclusive
  std::optional<text::Timestamp> to;    // exclusive

  bool operator==(const DateRange&) const = default;
};

// The whole year, month, day, minute or second that `text` names (`2025`,
// `2025-12`, `2025-12-16`, `2025-12-16T00:24`, an RFC 3339 time). Nothing if
// there is no such date.
std::optional<DateRange> parse_period(std::string_view text);

}  // namespace search
