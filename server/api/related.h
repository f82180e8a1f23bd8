// GET /v1/entities/{id}/related: what is related to an entity, and why.

#pragma once

#include "generation/generation.h"
#include "server/api/json.h"
#include "server/parameters.h"

namespace server::api {

// Parameters: id, type, relation, from, to, source, limit, cursor. Throws
// NotFound, BadRequest.
Json related(const Parameters& parameters,
             const generation::Generation& generation);

// The same for a request that was read elsewhere, without `next_cursor`.
Json related_answer(const graph::RelatedRequest& request,
                    const generation::Generation& generation);

// An answer that was found elsewhere.
Json related_json(const graph::EntitySummary& entity,
                  const graph::RelatedAnswer& answer,
                  const generation::Generation& generation);

}  // namespace server::api
