// What an article must be besides matching the words of a query.

#pragma once

#include <xapian.h>

#include "search/index_reader.h"

namespace search {

// `query` for the articles alone that pass every filter of `request`.
Xapian::Query add_filters(const Xapian::Query& query,
                          const SearchRequest& request);

}  // namespace search
