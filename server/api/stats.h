// GET /v1/stats: counts.

#pragma once

#include "generation/generation.h"
#include "server/api/json.h"
#include "server/parameters.h"

namespace server::api {

Json stats(const Parameters& parameters,
           const generation::Generation& generation);

}  // namespace server::api
