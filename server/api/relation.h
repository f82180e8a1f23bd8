// GET /v1/relations/{id}/evidence and /history: one relation.

#pragma once

#include "generation/generation.h"
#include "server/api/json.h"
#include "server/parameters.h"

namespace server::api {

// Parameters: id, limit, cursor. Throws NotFound, BadRequest.
Json relation_evidence(const Parameters& parameters,
                       const generation::Generation& generation);

// Parameters: id. Throws NotFound.
Json relation_history(const Parameters& parameters,
                      const generation::Generation& generation);

}  // namespace server::api
