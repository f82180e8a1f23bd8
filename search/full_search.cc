#include "search/full_search.h"

#include <algorithm>
#include <span>

#include "search/selection.h"
#include "search/tally.h"

namespace search {

namespace {

using Documents = std::vector<Xapian::docid>;
using Ranked = std::vector<ScoredDocument>;

// The first `count` by time; undated ones last.
Ranked rank_by_time(const Columns& columns, Documents documents, Sort sort,
                    size_t count) {
  const auto comes_first = [&](Xapian::docid a, Xapian::docid b) {
    const Order& one = columns.orders[a];
    const Order& other = columns.orders[b];
    if (sort == Sort::kNewest) return one > other;
    const bool dated = one.time != 0;
    if (dated != (other.time != 0)) return dated;
    return one < other;
  };
  count = std::min(count, documents.size());
  const auto end = documents.begin() + static_cast<std::ptrdiff_t>(count);
  std::partial_sort(documents.begin(), end, documents.end(), comes_first);
  Ranked ranked;
  for (auto document = documents.begin(); document != end; ++document) {
    ranked.push_back({*document, 0});
  }
  return ranked;
}

// The first of each story.
Ranked fold(const Columns& columns, const Ranked& ranked) {
  std::vector<char> seen(columns.story_count);
  Ranked folded;
  for (const ScoredDocument& found : ranked) {
    char& known = seen[columns.stories[found.document]];
    if (known == 0) folded.push_back(found);
    known = 1;
  }
  return folded;
}

uint64_t count_stories(const Columns& columns, const Documents& documents) {
  std::vector<char> seen(columns.story_count);
  uint64_t count = 0;
  for (const Xapian::docid document : documents) {
    char& known = seen[columns.stories[document]];
    if (known == 0) ++count;
    known = 1;
  }
  return count;
}

// Tells each of `page` which of `documents` tell the same story.
void add_others(const Columns& columns, const Documents& documents,
                std::vector<FoundDocument>& page) {
  constexpr uint32_t kElsewhere = UINT32_MAX;
  std::vector<uint32_t> place(columns.story_count, kElsewhere);
  for (uint32_t i = 0; i < page.size(); ++i) {
    place[columns.stories[page[i].best.document]] = i;
  }
  for (const Xapian::docid document : documents) {
    const uint32_t at = place[columns.stories[document]];
    if (at == kElsewhere || document == page[at].best.document) continue;
    page[at].others.push_back(document);
  }
  for (FoundDocument& found : page) {
    found.story_articles = found.others.size() + 1;
    std::ranges::sort(
        found.others, std::ranges::greater(),
        [&](Xapian::docid document) { return columns.orders[document]; });
    found.others.resize(std::min(found.others.size(), kOthersShown));
  }
}

// At least the first offset + limit articles or stories, if there are as many.
Ranked rank(const Handles& handles, const Searched& searched,
            const FullQuery& query, SearchRequest request,
            const Documents& documents) {
  const size_t wanted = size_t{request.offset} + request.limit;
  request.offset = 0;
  const auto rank_first = [&](size_t count) {
    if (request.sort != Sort::kRelevance) {
      return rank_by_time(searched.columns, documents, request.sort, count);
    }
    request.limit = static_cast<uint32_t>(count);
    return searched.best.find(handles, query.ranked, request, query.writing)
        .page;
  };
  if (!request.fold_stories) return rank_first(wanted);
  // Most stories are of one or two articles.
  for (size_t count = 2 * wanted;; count *= 4) {
    Ranked folded = fold(searched.columns, rank_first(count));
    if (folded.size() >= wanted || count >= documents.size()) return folded;
  }
}

}  // namespace

bool needs_all_matches(const SearchRequest& request) {
  return !request.facets.empty() || request.histogram || request.fold_stories ||
         request.sort != Sort::kRelevance;
}

FullResult search_all(const Handles& handles, const Searched& searched,
                      const FullQuery& query, const SearchRequest& request) {
  const Columns& columns = searched.columns;
  const Selection selection =
      select(columns, searched.best.find_all(handles, query.matching), request);
  FullResult result;
  result.total = request.fold_stories
                     ? count_stories(columns, selection.documents)
                     : selection.documents.size();
  result.facets = make_facets(columns, selection, request);
  if (request.histogram) {
    result.histogram =
        make_histogram(columns, selection.documents, *request.histogram);
  }
  if (request.limit == 0 || result.total <= request.offset) return result;
  const Ranked ranked =
      rank(handles, searched, query, request, selection.documents);
  for (size_t i = request.offset;
       i < ranked.size() && result.page.size() < request.limit; ++i) {
    result.page.push_back({.best = ranked[i]});
  }
  if (request.fold_stories) {
    add_others(columns, selection.documents, result.page);
  }
  return result;
}

}  // namespace search
