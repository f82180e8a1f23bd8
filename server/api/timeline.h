// GET /v1/entities/{id}/timeline: what was reported of an entity when.

#pragma once

#include "generation/generation.h"
#include "graph/timeline.h"
#include "server/api/json.h"
#include "server/parameters.h"

namespace server::api {

// Parameters: id, relation, other, from, to, sort, limit, cursor. Throws
// NotFound, BadRequest.
Json timeline(const Parameters& parameters,
              const generation::Generation& generation);

// What one article says of one relation.
Json event_json(const graph::Event& event, EvidenceWriter& writer);

}  // namespace server::api
