#include "search/selection.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "search/filters.h"
#include "search/time_number.h"

namespace search {

namespace {

using Documents = std::vector<Xapian::docid>;

// Collects what one segment has; Xapian tells docids of the segment.
class Collector : public Xapian::MatchSpy {
 public:
  Collector(size_t segment, size_t segments, Documents& documents)
      : segment_(segment), segments_(segments), documents_(documents) {}

  void operator()(const Xapian::Document& document, double) override {
    documents_.push_back(
        docid_in_all(document.get_docid(), segment_, segments_));
  }

 private:
  size_t segment_;
  size_t segments_;
  Documents& documents_;
};

// Which numbers of a column pass a filter; empty where there is no filter.
using Allowed = std::vector<char>;

Allowed allow_terms(const std::vector<std::string>& column,
                    const std::vector<std::string>& wanted) {
  Allowed allowed;
  if (wanted.empty()) return allowed;
  allowed.resize(column.size());
  for (const std::string& term : wanted) {
    // Allterms are sorted, and [0] is empty.
    const auto found = std::ranges::lower_bound(column, term);
    if (found != column.end() && *found == term) {
      allowed[static_cast<size_t>(found - column.begin())] = 1;
    }
  }
  return allowed;
}

Allowed allow_years(const Columns& columns, const std::vector<int>& years) {
  Allowed allowed;
  if (years.empty()) return allowed;
  for (const uint32_t day : columns.day_numbers) {
    const bool wanted =
        day != 0 && std::ranges::find(years, year_of_day(day)) != years.end();
    allowed.push_back(wanted ? 1 : 0);
  }
  return allowed;
}

constexpr unsigned bit(Facet facet) {
  return 1U << static_cast<unsigned>(facet);
}
constexpr unsigned kTimeBit = 1U << kFacetCount;

// The filters of one request, as bits of those that an article fails.
class Filters {
 public:
  Filters(const Columns& columns, const SearchRequest& request)
      : Filters(columns, request, make_filter_terms(request)) {}

  unsigned failed(Xapian::docid document) const {
    unsigned failed = 0;
    const auto check = [&](Facet facet, const Allowed& allowed,
                           ValueNumber value) {
      if (!allowed.empty() && allowed[value] == 0) failed |= bit(facet);
    };
    check(Facet::kSource, sources_, columns_.sources.of[document]);
    check(Facet::kLanguage, languages_, columns_.languages.of[document]);
    check(Facet::kKind, kinds_, columns_.kinds.of[document]);
    check(Facet::kYear, years_, columns_.days[document]);
    if (!entities_.empty() && !names_wanted(document)) {
      failed |= bit(Facet::kEntity);
    }
    if (has_time_) {
      const uint64_t time = columns_.orders[document].time;
      if (time < from_ || time >= to_) failed |= kTimeBit;
    }
    return failed;
  }

 private:
  Filters(const Columns& columns, const SearchRequest& request,
          const FilterTerms& terms)
      : columns_(columns),
        sources_(allow_terms(columns.sources.terms, terms.sources)),
        languages_(allow_terms(columns.languages.terms, terms.languages)),
        kinds_(allow_terms(columns.kinds.terms, terms.kinds)),
        years_(allow_years(columns, request.years)),
        entities_(allow_terms(columns.entities.terms, terms.entities)),
        has_time_(request.from || request.to),
        from_(request.from ? to_number(request.from) : 1),
        to_(request.to ? to_number(request.to) : UINT64_MAX) {}

  bool names_wanted(Xapian::docid document) const {
    return std::ranges::any_of(
        columns_.entities.of(document),
        [&](ValueNumber entity) { return entities_[entity] != 0; });
  }

  const Columns& columns_;
  Allowed sources_;
  Allowed languages_;
  Allowed kinds_;
  Allowed years_;
  Allowed entities_;
  bool has_time_;
  uint64_t from_;
  uint64_t to_;
};

// The column of a facet whose articles have at most one value.
std::span<const ValueNumber> values_of(const Columns& columns, Facet facet) {
  switch (facet) {
    case Facet::kSource:
      return columns.sources.of;
    case Facet::kLanguage:
      return columns.languages.of;
    case Facet::kKind:
      return columns.kinds.of;
    case Facet::kYear:
      return columns.days;
    case Facet::kEntity:
      break;
  }
  return {};
}

size_t count_values(const Columns& columns, Facet facet) {
  switch (facet) {
    case Facet::kSource:
      return columns.sources.terms.size();
    case Facet::kLanguage:
      return columns.languages.terms.size();
    case Facet::kKind:
      return columns.kinds.terms.size();
    case Facet::kYear:
      return columns.day_numbers.size();
    case Facet::kEntity:
      return columns.entities.terms.size();
  }
  return 0;
}

void count_entities(const ListColumn& entities, const Documents& documents,
                    ValueCounts& counts) {
  for (const Xapian::docid document : documents) {
    const auto named = entities.of(document);
    if (named.empty()) ++counts[0];
    for (const ValueNumber entity : named) ++counts[entity];
  }
}

ValueCounts count(const Columns& columns, Facet facet,
                  std::initializer_list<const Documents*> lists) {
  ValueCounts counts(count_values(columns, facet));
  for (const Documents* documents : lists) {
    if (facet == Facet::kEntity) {
      count_entities(columns.entities, *documents, counts);
      continue;
    }
    const auto values = values_of(columns, facet);
    for (const Xapian::docid document : *documents) ++counts[values[document]];
  }
  return counts;
}

}  // namespace

Documents find_all(const Handles& handles, const Xapian::Query& query) {
  Documents documents;
  if (query.empty()) return documents;
  const size_t segments = handles.segments.size();
  for (size_t i = 0; i < segments; ++i) {
    Collector collector(i, segments, documents);
    Xapian::Enquire enquire(handles.segments[i]);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_query(query);
    enquire.add_matchspy(&collector);
    enquire.get_mset(0, 0, handles.segments[i].get_doccount());
  }
  if (segments > 1) std::ranges::sort(documents);
  return documents;
}

Selection select(const Columns& columns, Documents matched,
                 const SearchRequest& request) {
  Selection selection;
  std::array<Documents, kFacetCount> others;  // that fail this filter alone
  if (has_column_filters(request)) {
    const Filters filters(columns, request);
    for (const Xapian::docid document : matched) {
      const unsigned failed = filters.failed(document);
      if (failed == 0) {
        selection.documents.push_back(document);
      } else if (std::has_single_bit(failed) && failed < kTimeBit) {
        others[static_cast<size_t>(std::countr_zero(failed))].push_back(
            document);
      }
    }
  } else {
    selection.documents = std::move(matched);
  }
  for (const Facet facet : request.facets) {
    const auto index = static_cast<size_t>(facet);
    selection.counts[index] =
        count(columns, facet, {&selection.documents, &others[index]});
  }
  return selection;
}

}  // namespace search
