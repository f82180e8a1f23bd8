// The typed relations of an entity.

#pragma once

#include "graph/database.h"
#include "graph/graph_reader.h"

namespace graph {

// What was published when counts for `request`.
Period period_of(const RelationsRequest& request);

RelationsAnswer find_relations(const Database& database,
                               const RelationsRequest& request);

}  // namespace graph
