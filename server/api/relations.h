// GET /v1/entities/{id}/relations: typed relations with their sentences.

#pragma once

#include "generation/generation.h"
#include "server/api/json.h"
#include "server/parameters.h"

namespace server::api {

// Parameters: id, relation, direction, min_confidence, from, to, as_of, limit,
// cursor. Throws NotFound, BadRequest.
Json relations(const Parameters& parameters,
               const generation::Generation& generation);

}  // namespace server::api
