// GET /v1/graph/central and /v1/graph/new: what a period brought.

#pragma once

#include "generation/generation.h"
#include "server/api/json.h"
#include "server/parameters.h"

namespace server::api {

// Parameters: from, to, type, limit. Throws BadRequest.
Json central(const Parameters& parameters,
             const generation::Generation& generation);

// Parameters: days, limit, cursor. Throws BadRequest.
Json news(const Parameters& parameters,
          const generation::Generation& generation);

}  // namespace server::api
