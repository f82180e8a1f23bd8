// The best paths of two steps from one entity to others (docs/ranking.md,
// "Reach").

#pragma once

#include <vector>

#include "graph/catalogue.h"
#include "graph/tie_table.h"

namespace graph {

struct BestPath {
  EntityNumber end{};
  double strength = 0;  // 0..1
};

// The best path to each entity, ordered by entity. Work: 8192 paths at most.
std::vector<BestPath> best_paths(EntityNumber entity, const TieTable& ties);

}  // namespace graph
