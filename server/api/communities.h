// GET /v1/graph/communities and /v1/entities/{id}/community.

#pragma once

#include "generation/generation.h"
#include "server/api/json.h"
#include "server/parameters.h"

namespace server::api {

// Parameters: members, limit, cursor. Throws BadRequest.
Json communities(const Parameters& parameters,
                 const generation::Generation& generation);

// Parameters: id, limit, cursor. Throws NotFound, BadRequest.
Json community(const Parameters& parameters,
               const generation::Generation& generation);

}  // namespace server::api
