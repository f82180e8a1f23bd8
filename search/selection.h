// All articles that a query finds, and their counts by facet and date.

#pragma once

#include <xapian.h>

#include <array>
#include <cstdint>
#include <vector>

#include "search/columns.h"
#include "search/database_pool.h"
#include "search/index_reader.h"

namespace search {

// Docids of all matches, ascending, whatever their rank.
std::vector<Xapian::docid> find_all(const Handles& handles,
                                    const Xapian::Query& query);

// Articles by number of a value: [0] have none.
using ValueCounts = std::vector<uint32_t>;

struct Selection {
  std::vector<Xapian::docid> documents;  // that pass every filter, ascending
  // By facet, those of SearchRequest::facets; the others are empty. Numbers are
  // of the facet's column; of kYear, of Columns::day_numbers.
  std::array<ValueCounts, kFacetCount> counts;
};

// Which of `matched` pass the column filters of `request` (filters.h), and how
// many articles its facets count.
Selection select(const Columns& columns, std::vector<Xapian::docid> matched,
                 const SearchRequest& request);

}  // namespace search
