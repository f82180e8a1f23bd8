// What an article must be besides matching the words of a query.

#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "search/index_reader.h"

namespace search {

// The terms that filters of a request ask for; any of each list.
struct FilterTerms {
  std::vector<std::string> sources;
  std::vector<std::string> languages;
  std::vector<std::string> kinds;
  std::vector<std::string> entities;
};
FilterTerms make_filter_terms(const SearchRequest& request);

// Filters that columns answer as well (columns.h): those of FilterTerms, of
// years and of time.
bool has_column_filters(const SearchRequest& request);
Xapian::Query add_column_filters(const Xapian::Query& query,
                                 const SearchRequest& request);

bool has_filters(const SearchRequest& request);

// All others.
Xapian::Query add_term_filters(const Xapian::Query& query,
                               const SearchRequest& request);

}  // namespace search
