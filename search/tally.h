// The facets and the histogram of an answer, from the articles they count.

#pragma once

#include <xapian.h>

#include <span>
#include <vector>

#include "search/columns.h"
#include "search/facets.h"
#include "search/index_reader.h"
#include "search/selection.h"

namespace search {

// Those that `request` asks for. Values of sources are terms still, as the
// columns have them.
std::vector<FacetCounts> make_facets(const Columns& columns,
                                     const Selection& selection,
                                     const SearchRequest& request);

Histogram make_histogram(const Columns& columns,
                         std::span<const Xapian::docid> documents,
                         Interval interval);

}  // namespace search
