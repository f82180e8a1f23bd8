// A relation as several endpoints write it.

#pragma once

#include <string>

#include "graph/edge_history.h"
#include "server/api/json.h"
#include "server/parameters.h"

namespace server::api {

// The id of a relation, which /v1/relations/{id} takes.
std::string edge_id(const graph::Edge& edge);

// With its evidence, if it carries any.
Json edge_json(const graph::Edge& edge, EvidenceWriter& writer);

// Throws NotFound where `id` is not the id of any relation.
graph::EdgeName read_edge_id(const Parameters& parameters);

}  // namespace server::api
