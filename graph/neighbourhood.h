// The part of the graph around some entities, small enough to draw.

#pragma once

#include "graph/database.h"
#include "graph/graph_reader.h"

namespace graph {

Neighbourhood find_neighbourhood(const Database& database,
                                 const NeighbourhoodRequest& request);

}  // namespace graph
