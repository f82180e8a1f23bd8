// GET /v1/entities: entities by name or by how much is said of them.

#pragma once

#include "generation/generation.h"
#include "server/api/json.h"
#include "server/parameters.h"

namespace server::api {

// Parameters: q, type, limit, cursor. Throws BadRequest.
Json entities(const Parameters& parameters,
              const generation::Generation& generation);

}  // namespace server::api
