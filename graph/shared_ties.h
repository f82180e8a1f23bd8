// Third entities to which two have an edge of one type and direction
// (docs/ranking.md, "Shared ties").

#pragma once

#include <vector>

#include "graph/catalogue.h"
#include "graph/neighbour_rows.h"
#include "graph/tie_table.h"

namespace graph {

// What is told of a pair at most.
inline constexpr size_t kSharedTold = 3;

struct SharedTies {
  EntityNumber other{};
  double strength = 0;          // of all together, 0..1
  std::vector<SharedTie> ties;  // most telling first; never empty
};

// With whom `entity` shares ties, ordered by number. Work: at most
// kSharersRead ties of third entities are read.
inline constexpr size_t kSharersRead = 8192;
std::vector<SharedTies> find_shared(EntityNumber entity, const TieTable& ties);

}  // namespace graph
