// How many of all the articles that a query finds have each value of a field.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/timestamp.h"

namespace search {

enum class Facet : uint8_t { kSource, kLanguage, kKind, kYear, kEntity };
inline constexpr size_t kFacetCount = 5;

// `source`, `lang`, `kind`, `year`, `entity`.
std::string_view to_string(Facet facet);
std::optional<Facet> parse_facet(std::string_view name);

struct FacetValue {
  std::string value;  // as a filter takes it
  uint64_t count = 0;
  bool is_chosen = false;  // a filter of the request asks for it
};

// Counts are exact, and of the articles that pass every filter but those of
// this facet: they tell what choosing another value would find.
struct FacetCounts {
  Facet facet{};
  // Most first, years newest first, then by value; at most kFacetValues, of
  // entities at most kFacetEntities of each type; and every chosen one.
  std::vector<FacetValue> values{};
  uint64_t values_left_out = 0;
  uint64_t without = 0;  // articles that have no value
};
inline constexpr size_t kFacetValues = 20;
inline constexpr size_t kFacetEntities = 10;

enum class Interval : uint8_t { kDay, kWeek, kMonth, kYear };

// `day`, `week`, `month`, `year`.
std::string_view to_string(Interval interval);
std::optional<Interval> parse_interval(std::string_view name);

struct Bucket {
  text::Timestamp begin{};  // in UTC; weeks begin on Monday
  uint64_t count = 0;

  bool operator==(const Bucket&) const = default;
};

// The articles that pass every filter, by their date.
struct Histogram {
  Interval interval{};            // longer than asked for beyond kMaxBuckets
  std::vector<Bucket> buckets{};  // from the first article to the last, no gaps
  uint64_t undated = 0;
};
inline constexpr size_t kMaxBuckets = 2000;  // but of years, at most 9,999

}  // namespace search
