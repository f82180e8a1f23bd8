// GET /v1/search: articles.

#pragma once

#include "generation/generation.h"
#include "server/api/json.h"
#include "server/parameters.h"

namespace server::api {

// Parameters: q, entity, source, lang, from, to, sort, limit, cursor. Throws
// BadRequest for a value that can't be read, NotFound for an unknown entity.
Json search(const Parameters& parameters,
            const generation::Generation& generation);

}  // namespace server::api
