// GET /v1/entities/{id}: one entity.

#pragma once

#include "generation/generation.h"
#include "server/api/json.h"
#include "server/parameters.h"

namespace server::api {

// Parameters: id. Throws NotFound.
Json entity(const Parameters& parameters,
            const generation::Generation& generation);

}  // namespace server::api
