// GET /v1/entities/{id}/facts: quantities through time.

#pragma once

#include "generation/generation.h"
#include "graph/facts.h"
#include "server/api/json.h"
#include "server/parameters.h"

namespace server::api {

// Parameters: id, measure, commodity, from, to, limit, cursor. Throws NotFound,
// BadRequest.
Json facts(const Parameters& parameters,
           const generation::Generation& generation);

// The same for a request that was read elsewhere, without `next_cursor`.
Json facts_answer(const graph::FactsRequest& request,
                  const generation::Generation& generation);

}  // namespace server::api
