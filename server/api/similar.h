// GET /v1/articles/{id}/similar: what else is told of what an article tells.

#pragma once

#include "generation/generation.h"
#include "server/api/json.h"
#include "server/parameters.h"

namespace server::api {

// Parameters: id, limit (10 unless told). Throws NotFound for an unknown
// article, BadRequest for a value that can't be read.
Json similar(const Parameters& parameters,
             const generation::Generation& generation);

}  // namespace server::api
