// What is related to an entity by the articles of a period or of some sources
// alone (docs/ranking.md, "Within a period").

#pragma once

#include <cstdint>
#include <vector>

#include "graph/article_scope.h"
#include "graph/database.h"
#include "graph/graph_reader.h"
#include "graph/neighbour_rows.h"

namespace graph {

// A neighbour, and what ties it.
struct ScoredNeighbour {
  EntityNumber other{};
  double score = 0;
  NeighbourRecord record;
};

struct ScopedNeighbours {
  std::vector<ScoredNeighbour> neighbours;  // of the page, best first
  uint64_t total = 0;
  bool total_is_exact = true;  // else there may be more
};

// Rows that are looked at, the closest of all time.
inline constexpr size_t kScopedRows = 20000;

// True where the row is of a type and has a relation that the request wants.
bool is_wanted(const NeighbourHead& head, const RelatedRequest& request);

// The page that `request` asks for; records tell of the scope only.
ScopedNeighbours rank_within(const Database& database, EntityNumber entity,
                             const RelatedRequest& request,
                             const ArticleScope& scope);

}  // namespace graph
