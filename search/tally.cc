#include "search/tally.h"

#include <algorithm>
#include <array>
#include <map>
#include <ranges>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "search/filters.h"
#include "search/schema.h"
#include "search/time_number.h"
#include "text/entity.h"

namespace search {

namespace {

// A value of a facet that some articles have.
struct Counted {
  uint64_t count = 0;
  size_t number = 0;  // of its term or, of years, the year
};

// The value that a term of a column stands for; sources keep their prefix.
std::string value_of(const std::string& term, Facet facet) {
  switch (facet) {
    case Facet::kLanguage:
      return term.substr(kLanguagePrefix.size());
    case Facet::kKind:
      return term.substr(kKindPrefix.size());
    case Facet::kEntity:
      return term.substr(kEntityPrefix.size());
    case Facet::kSource:
    case Facet::kYear:
      break;
  }
  return term;
}

std::vector<Counted> count_years(const Columns& columns,
                                 const ValueCounts& counts) {
  std::map<int, uint64_t, std::greater<>> years;
  for (size_t i = 1; i < counts.size(); ++i) {
    if (counts[i] > 0) years[year_of_day(columns.day_numbers[i])] += counts[i];
  }
  std::vector<Counted> counted;
  for (const auto& [year, count] : years) {
    counted.push_back({count, static_cast<size_t>(year)});
  }
  return counted;
}

std::vector<std::string> chosen_values(const SearchRequest& request,
                                       Facet facet) {
  std::vector<std::string> chosen;
  switch (facet) {
    case Facet::kSource:
      return make_filter_terms(request).sources;
    case Facet::kLanguage:
      return request.languages;
    case Facet::kKind:
      for (const auto kind : request.kinds) {
        chosen.emplace_back(text::to_string(kind));
      }
      return chosen;
    case Facet::kYear:
      for (const int year : request.years) {
        chosen.push_back(std::to_string(year));
      }
      return chosen;
    case Facet::kEntity:
      return request.entities;
  }
  return chosen;
}

// The values of the numbers from `begin` to `end`, the first `shown` in order:
// most first, then by number.
std::vector<Counted> most_first(const ValueCounts& counts, size_t begin,
                                size_t end, size_t shown) {
  std::vector<Counted> counted;
  for (size_t i = begin; i < end; ++i) {
    if (counts[i] > 0) counted.push_back({counts[i], i});
  }
  const size_t sorted = std::min(shown, counted.size());
  std::ranges::partial_sort(
      counted, counted.begin() + static_cast<std::ptrdiff_t>(sorted),
      [](const Counted& a, const Counted& b) {
        return a.count != b.count ? a.count > b.count : a.number < b.number;
      });
  return counted;
}

// Adds the first `shown` of `counted` and every chosen value, which leaves
// `chosen`.
template <typename Name>
void add_values(std::span<const Counted> counted, size_t shown, Name name,
                std::set<std::string>& chosen, FacetCounts& facet) {
  for (size_t i = 0; i < counted.size(); ++i) {
    if (i >= shown && chosen.empty()) {
      facet.values_left_out += counted.size() - i;
      return;
    }
    std::string value = name(counted[i].number);
    const bool is_chosen = chosen.erase(value) > 0;
    if (i < shown || is_chosen) {
      facet.values.push_back({std::move(value), counted[i].count, is_chosen});
    } else {
      ++facet.values_left_out;
    }
  }
}

const std::vector<std::string>& terms_of(const Columns& columns, Facet facet) {
  if (facet == Facet::kSource) return columns.sources.terms;
  if (facet == Facet::kLanguage) return columns.languages.terms;
  if (facet == Facet::kKind) return columns.kinds.terms;
  return columns.entities.terms;
}

// Where the entities of the type of terms[begin] end.
size_t end_of_type(const std::vector<std::string>& terms, size_t begin) {
  const std::string_view first = terms[begin];
  const auto type = first.substr(0, first.find(':') + 1);
  const auto rest = std::ranges::subrange(
      terms.begin() + static_cast<std::ptrdiff_t>(begin), terms.end());
  const auto end = std::ranges::partition_point(
      rest, [&](const std::string& term) { return term.starts_with(type); });
  return std::max(begin + 1, static_cast<size_t>(end - terms.begin()));
}

FacetCounts make_facet(const Columns& columns, Facet facet,
                       const ValueCounts& counts,
                       const std::vector<std::string>& wanted) {
  FacetCounts made{.facet = facet};
  made.without = counts.front();
  std::set<std::string> chosen(wanted.begin(), wanted.end());
  if (facet == Facet::kYear) {
    const auto year = [](size_t number) { return std::to_string(number); };
    add_values(count_years(columns, counts), kFacetValues, year, chosen, made);
  } else {
    const auto& terms = terms_of(columns, facet);
    const bool by_type = facet == Facet::kEntity;
    const size_t shown = by_type ? kFacetEntities : kFacetValues;
    const auto name = [&](size_t i) { return value_of(terms[i], facet); };
    for (size_t begin = 1, end = 0; begin < terms.size(); begin = end) {
      end = by_type ? end_of_type(terms, begin) : terms.size();
      add_values(most_first(counts, begin, end, shown), shown, name, chosen,
                 made);
    }
  }
  for (const std::string& value : chosen) {
    made.values.push_back({value, 0, true});
  }
  return made;
}

constexpr uint32_t kWeekDays = 7;  // day 1, in the year 1, is a Monday

// The first day of the bucket that `day` lies in.
uint32_t bucket_of(uint32_t day, Interval interval) {
  if (interval == Interval::kDay) return day;
  if (interval == Interval::kWeek) return day - (day - 1) % kWeekDays;
  text::CivilTime civil = text::to_civil(begin_of_day(day));
  const auto days_of_month = static_cast<uint32_t>(civil.day - 1);
  if (interval == Interval::kMonth) return day - days_of_month;
  civil.month = 1;
  civil.day = 1;
  return number_of_day(*text::to_timestamp(civil));
}

uint32_t next_bucket(uint32_t bucket, Interval interval) {
  constexpr std::array<uint32_t, 4> kLongest = {1, kWeekDays, 31, 366};
  const uint32_t next = bucket + kLongest[static_cast<size_t>(interval)];
  const uint32_t last = number_of_day(text::Timestamp{kLastSecond});
  return next > last ? last + 1 : bucket_of(next, interval);
}

// The shortest interval, from the one asked for, of few enough buckets.
Interval fitting(Interval interval, uint32_t days) {
  if (interval == Interval::kDay && days > kMaxBuckets) {
    interval = Interval::kWeek;
  }
  if (interval == Interval::kWeek && days / kWeekDays + 2 > kMaxBuckets) {
    interval = Interval::kMonth;
  }
  if (interval == Interval::kMonth && days / 28 + 2 > kMaxBuckets) {
    interval = Interval::kYear;
  }
  return interval;
}

}  // namespace

std::vector<FacetCounts> make_facets(const Columns& columns,
                                     const Selection& selection,
                                     const SearchRequest& request) {
  std::vector<FacetCounts> facets;
  for (const Facet facet : request.facets) {
    const ValueCounts& counts = selection.counts[static_cast<size_t>(facet)];
    facets.push_back(
        make_facet(columns, facet, counts, chosen_values(request, facet)));
  }
  return facets;
}

Histogram make_histogram(const Columns& columns,
                         std::span<const Xapian::docid> documents,
                         Interval interval) {
  ValueCounts by_day(columns.day_numbers.size());
  for (const Xapian::docid document : documents) {
    ++by_day[columns.days[document]];
  }
  Histogram histogram{.interval = interval, .undated = by_day.front()};
  by_day.front() = 0;
  const auto is_counted = [](uint32_t count) { return count > 0; };
  const auto first = std::ranges::find_if(by_day, is_counted);
  if (first == by_day.end()) return histogram;
  const auto last = std::find_if(by_day.rbegin(), by_day.rend(), is_counted);
  const auto number_at = [&](auto index) {
    return columns.day_numbers[static_cast<size_t>(index)];
  };
  const uint32_t first_day = number_at(first - by_day.begin());
  const uint32_t last_day = number_at(by_day.rend() - last - 1);
  histogram.interval = fitting(interval, last_day - first_day + 1);
  auto at = static_cast<size_t>(first - by_day.begin());
  uint32_t bucket = bucket_of(first_day, histogram.interval);
  while (bucket <= last_day) {
    const uint32_t next = next_bucket(bucket, histogram.interval);
    uint64_t count = 0;
    for (; at < by_day.size() && columns.day_numbers[at] < next; ++at) {
      count += by_day[at];
    }
    histogram.buckets.push_back({begin_of_day(bucket), count});
    bucket = next;
  }
  return histogram;
}

}  // namespace search
