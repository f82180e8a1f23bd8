// Searches that look at every match: facets, histogram, stories folded to one
// article each, order by time, and exact totals.

#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <vector>

#include "search/best_articles.h"
#include "search/columns.h"
#include "search/database_pool.h"
#include "search/feedback.h"
#include "search/index_reader.h"
#include "search/ranking.h"

namespace search {

// True if `request` asks for what takes more than its best articles.
bool needs_all_matches(const SearchRequest& request);

struct FoundDocument {
  ScoredDocument best;
  uint64_t story_articles = 1;
  std::vector<Xapian::docid> others{};  // of its story, newest first
};

struct FullResult {
  std::vector<FoundDocument> page;
  uint64_t total = 0;
  std::vector<FacetCounts> facets;  // as make_facets() leaves them
  std::optional<Histogram> histogram;
};

struct FullQuery {
  Xapian::Query matching;  // with all but the column filters
  Xapian::Query ranked;    // with all filters
  Writing writing = Writing::kAlphabet;
};

// What answers come from.
struct Searched {
  const Columns& columns;
  const BestArticles& best;
};

FullResult search_all(const Handles& handles, const Searched& searched,
                      const FullQuery& query, const SearchRequest& request);

}  // namespace search
