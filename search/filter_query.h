// What a filter of a query (`source:SMM`, `type:company`, `date:2025`) lets
// pass.

#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <string_view>

#include "search/query_tree.h"

namespace search {

struct FilterQuery {
  std::optional<Xapian::Query> query;  // without weight; absent: ignore it
  std::string note{};                  // why it is ignored
};

// Of a node of kDates, or one of a field of words other than kAnywhere, kTitle
// and kEntity.
FilterQuery make_filter_query(const QueryNode& node);

// A filter chooses and does not rank.
Xapian::Query without_weight(const Xapian::Query& query);

// Articles of a source of this name, or with these words in its name.
Xapian::Query make_source_query(std::string_view source);

}  // namespace search
