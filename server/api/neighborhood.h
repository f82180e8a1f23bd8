// GET /v1/graph/neighborhood: a part of the graph, to be drawn.

#pragma once

#include "generation/generation.h"
#include "server/api/json.h"
#include "server/parameters.h"

namespace server::api {

// Parameters: entity (ids), hops, max_nodes, max_edges. Throws NotFound,
// BadRequest.
Json neighborhood(const Parameters& parameters,
                  const generation::Generation& generation);

}  // namespace server::api
