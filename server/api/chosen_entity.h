// From an id or a name in a request to the entity it means.

#pragma once

#include <string>

#include "generation/generation.h"
#include "graph/graph_reader.h"
#include "server/parameters.h"

namespace server::api {

// The entity whose id, name or alias the parameter `name` is. Throws NotFound
// where there is none, and text::BadRequest, with the ids, where there are
// several that are reported about as often.
graph::EntitySummary choose_entity(const Parameters& parameters,
                                   const std::string& name,
                                   const generation::Generation& generation);

}  // namespace server::api
