#include "search/facets.h"

#include <array>

namespace search {

namespace {

constexpr std::array<std::string_view, kFacetCount> kFacetNames = {
    "source", "lang", "kind", "year", "entity"};
constexpr std::array<std::string_view, 4> kIntervalNames = {"day", "week",
                                                            "month", "year"};

template <typename Value, size_t count>
std::optional<Value> find_name(const std::array<std::string_view, count>& names,
                               std::string_view name) {
  for (size_t i = 0; i < count; ++i) {
    if (names[i] == name) return static_cast<Value>(i);
  }
  return std::nullopt;
}

}  // namespace

std::string_view to_string(Facet facet) {
  return kFacetNames[static_cast<size_t>(facet)];
}

std::optional<Facet> parse_facet(std::string_view name) {
  return find_name<Facet>(kFacetNames, name);
}

std::string_view to_string(Interval interval) {
  return kIntervalNames[static_cast<size_t>(interval)];
}

std::optional<Interval> parse_interval(std::string_view name) {
  return find_name<Interval>(kIntervalNames, name);
}

}  // namespace search
