// GET /v1/graph/path: how two entities are connected.

#pragma once

#include <optional>
#include <string>

#include "generation/generation.h"
#include "graph/paths.h"
#include "server/api/json.h"
#include "server/parameters.h"

namespace server::api {

// Parameters: from, to (ids or names), max_hops, limit. Throws NotFound,
// BadRequest.
Json path(const Parameters& parameters,
          const generation::Generation& generation);

// The same for a request that was read elsewhere.
Json path_answer(const graph::PathsRequest& request,
                 const generation::Generation& generation);

// What is to be said of an answer that has no path of stated relations.
std::optional<std::string> path_message(const graph::PathsRequest& request,
                                        const graph::PathsAnswer& answer);

// `{score, nodes, edges}`, each edge a relation or an association.
Json path_json(const graph::Path& path, EvidenceWriter& writer);

}  // namespace server::api
