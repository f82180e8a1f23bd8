// The search behind graph/paths.h, on the numbers of entities.

#pragma once

#include <cstdint>
#include <vector>

#include "graph/catalogue.h"
#include "graph/database.h"
#include "graph/strongest_ties.h"

namespace graph {

struct FoundPath {
  double score = 0;
  std::vector<EntityNumber> nodes;
  std::vector<Tie> ties;  // ties[i] between nodes[i] and nodes[i + 1], as seen
                          // from either of them
};

struct FoundPaths {
  std::vector<FoundPath> paths;  // strongest first, a shortest one among them
  bool is_cut = false;           // not all ties were read
};

struct PathEnds {
  EntityNumber from{};
  EntityNumber to{};
  uint32_t max_hops = 4;  // 1..4
  uint32_t limit = 3;
};

// The strongest paths without loops, as docs/ranking.md scores them. From
// either end the search goes two steps at most, the most promising entities
// first, until nothing unread can be stronger than what was found and no
// shorter path is left to be found; and until a fixed number of edges was read.
// `from` and `to` must differ.
FoundPaths search_paths(const Database& database, const PathEnds& ends,
                        bool with_associations);

}  // namespace graph
