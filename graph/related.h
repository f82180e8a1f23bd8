// What is related to an entity, and why (docs/ranking.md).

#pragma once

#include "graph/database.h"
#include "graph/graph_reader.h"

namespace graph {

RelatedAnswer find_related(const Database& database,
                           const RelatedRequest& request);

}  // namespace graph
