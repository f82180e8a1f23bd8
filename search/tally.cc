#include "search/tally.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "search/filters.h"
#include "search/schema.h"
#include "search/time_number.h"
#include "text/entity.h"

namespace search {

namespace {

struct Counted {
  std::string value;
  uint64_t count = 0;
};

// Without the prefix of its term; sources keep it.
std::vector<Counted> name_values(const std::vector<std::string>& terms,
                                 const ValueCounts& counts,
                                 std::string_view prefix) {
  std::vector<Counted> named;
  for (size_t i = 1; i < counts.size(); ++i) {
    if (counts[i] == 0) continue;
    named.push_back({terms[i].substr(prefix.size()), counts[i]});
  }
  return named;
}

std::vector<Counted> count_years(const Columns& columns,
                                 const ValueCounts& counts) {
  std::map<int, uint64_t, std::greater<>> years;
  for (size_t i = 1; i < counts.size(); ++i) {
    if (counts[i] > 0) years[year_of_day(columns.day_numbers[i])] += counts[i];
  }
  std::vector<Counted> named;
  for (const auto& [year, count] : years) {
    named.push_back({std::to_string(year), count});
  }
  return named;
}

std::vector<Counted> count_values(const Columns& columns, Facet facet,
                                  const ValueCounts& counts) {
  switch (facet) {
    case Facet::kSource:
      return name_values(columns.sources.terms, counts, "");
    case Facet::kLanguage:
      return name_values(columns.languages.terms, counts, kLanguagePrefix);
    case Facet::kKind:
      return name_values(columns.kinds.terms, counts, kKindPrefix);
    case Facet::kYear:
      return count_years(columns, counts);
    case Facet::kEntity:
      return name_values(columns.entities.terms, counts, kEntityPrefix);
  }
  return {};
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

// Which values of a list are shown: so many of each group.
class Room {
 public:
  explicit Room(Facet facet) : facet_(facet) {}

  bool take(const std::string& value) {
    if (facet_ != Facet::kEntity) return taken_[""]++ < kFacetValues;
    const std::string type = value.substr(0, value.find(':'));
    return taken_[type]++ < kFacetEntities;
  }

 private:
  Facet facet_;
  std::map<std::string, size_t> taken_;
};

FacetCounts make_facet(Facet facet, std::vector<Counted> values,
                       const std::vector<std::string>& chosen) {
  FacetCounts facets{.facet = facet};
  if (facet != Facet::kYear) {
    std::ranges::stable_sort(values, std::ranges::greater(), &Counted::count);
  }
  std::set<std::string> missing(chosen.begin(), chosen.end());
  Room room(facet);
  for (Counted& counted : values) {
    const bool is_chosen = missing.erase(counted.value) > 0;
    if (room.take(counted.value) || is_chosen) {
      facets.values.push_back(
          {std::move(counted.value), counted.count, is_chosen});
    } else {
      ++facets.values_left_out;
    }
  }
  for (const std::string& value : missing) {
    facets.values.push_back({value, 0, true});
  }
  return facets;
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
    facets.push_back(make_facet(facet, count_values(columns, facet, counts),
                                chosen_values(request, facet)));
    facets.back().without = counts.front();
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
  const auto is_counted = [](uint64_t count) { return count > 0; };
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
