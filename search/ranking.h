// Which articles match a query, and in what order (docs/search_ranking.md).

#pragma once

#include <xapian.h>

#include <cstdint>

#include "search/index_reader.h"

namespace search {

// The script of a query; its constants are those that it needs.
enum class Writing : uint8_t { kAlphabet, kCjk };

// The articles of the page that `request` asks for. Totals up to 10,000 are
// exact.
Xapian::MSet find(const Xapian::Database& database, const Xapian::Query& query,
                  const SearchRequest& request, Writing writing);

// The articles of `query`, ranked also by words that the best of them share.
Xapian::Query expand(const Xapian::Database& database,
                     const Xapian::Query& query, Writing writing);

}  // namespace search
