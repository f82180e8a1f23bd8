// GET /v1/ask: questions in words.

#pragma once

#include "generation/generation.h"
#include "server/api/json.h"
#include "server/parameters.h"

namespace server::api {

// Parameters: q. A question that isn't understood is answered with examples.
// Throws BadRequest if there is none.
Json ask(const Parameters& parameters,
         const generation::Generation& generation);

}  // namespace server::api
