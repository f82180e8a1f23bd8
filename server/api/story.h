// GET /v1/articles/{id}/story: who told the same news, and what they changed.

#pragma once

#include "generation/generation.h"
#include "server/api/json.h"
#include "server/parameters.h"

namespace server::api {

// Parameters: id, limit, cursor. Articles as they came, the first report first,
// undated ones last. Throws NotFound for an unknown article, BadRequest for a
// value that can't be read.
Json story(const Parameters& parameters,
           const generation::Generation& generation);

}  // namespace server::api
