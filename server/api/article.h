// GET /v1/articles/{id}: an article with what was read in it.

#pragma once

#include "generation/generation.h"
#include "server/api/json.h"
#include "server/parameters.h"

namespace server::api {

// Parameters: id. Throws NotFound.
Json article(const Parameters& parameters,
             const generation::Generation& generation);

}  // namespace server::api
