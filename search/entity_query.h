// The articles that name an entity as a part of a query that ranks
// (docs/search_ranking.md).

#pragma once

#include <xapian.h>

#include <string_view>
#include <vector>

#include "search/match_pattern.h"
#include "search/query_tree.h"

namespace search {

struct EntityQuery {
  Xapian::Query naming;    // the articles that name it, as indexed; ranks
  Xapian::Query called{};  // those with another name of it; may be empty
  std::vector<MatchPattern> patterns{};  // of the other names
};

// `typed` are the words that name it in the query. Of many names a few are
// taken, the shortest.
EntityQuery make_entity_query(const EntityName& entity, std::string_view typed);

// What `words` find, or `entity`. Other names count where the words are not. (Not
// by OP_MAX: Xapian 1.4.22 reads freed memory where a segment ends before
// another.)
Xapian::Query or_entity(const Xapian::Query& words, const EntityQuery& entity);

}  // namespace search
