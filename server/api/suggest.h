// GET /v1/suggest: what to offer while a query is typed.

#pragma once

#include "generation/generation.h"
#include "server/api/json.h"
#include "server/parameters.h"

namespace server::api {

// Parameters: q, limit. Entities, phrases and titles, in the order of tiers
// (docs/api.md). Throws BadRequest.
Json suggest(const Parameters& parameters,
             const generation::Generation& generation);

}  // namespace server::api
