// Who and what a period turned on (docs/ranking.md, "Central entities").

#pragma once

#include <cstdint>
#include <vector>

#include "graph/graph_reader.h"
#include "graph/period.h"

namespace graph {

class Database;

struct CentralEntity {
  EntitySummary entity;
  double score = 0;          // PageRank in the period; all sum to 1
  uint32_t story_count = 0;  // that state a relation of it in the period
  uint32_t edge_count = 0;   // different relations of it in the period
};

struct CentralRequest {
  Period period = {};
  std::vector<text::EntityType> types = {};  // empty: any
  uint32_t limit = 20;
};

struct CentralAnswer {
  std::vector<CentralEntity> entities;  // most central first
  uint64_t articles = 0;                // of the period
  // Only every so many-th article was counted: the period has too many.
  uint32_t sampled = 1;
};

CentralAnswer find_central(const Database& database,
                           const CentralRequest& request);

}  // namespace graph
