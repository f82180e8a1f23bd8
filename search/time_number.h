// Points in time as non-negative numbers, for storage.

#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>

#include "text/timestamp.h"

namespace search {

inline constexpr int64_t kFirstSecond = -62135596800;  // 0001-01-01T00:00:00Z
inline constexpr int64_t kLastSecond = 253402300799;   // 9999-12-31T23:59:59Z

// 0 for no time, otherwise one more than the seconds since the year 1. Times
// outside the years 1-9999 count as the nearest of them.
inline uint64_t to_number(std::optional<text::Timestamp> time) {
  if (!time) return 0;
  const int64_t seconds =
      std::clamp(static_cast<int64_t>(*time), kFirstSecond, kLastSecond);
  return static_cast<uint64_t>(seconds - kFirstSecond) + 1;
}

inline std::optional<text::Timestamp> from_number(uint64_t number) {
  if (number == 0) return std::nullopt;
  return text::Timestamp{static_cast<int64_t>(number - 1) + kFirstSecond};
}

}  // namespace search
