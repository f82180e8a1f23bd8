// GET /v1/ask: questions in words.

#pragma once

#include "generation/generation.h"
#include "server/api/json.h"
#include "server/parameters.h"

namespace server::api {

// Parameters: q. What is not understood is said, with questions that are.
// Throws BadRequest if there is none.
Json ask(const Parameters& parameters,
         const generation::Generation& generation);

}  // namespace server::api
