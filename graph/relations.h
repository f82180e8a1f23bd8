// The typed relations of an entity.

#pragma once

#include "graph/database.h"
#include "graph/graph_reader.h"

namespace graph {

RelationsAnswer find_relations(const Database& database,
                               const RelationsRequest& request);

}  // namespace graph
