// From an id or a name in a request to the entity it means.

#pragma once

#include <string>

#include "generation/generation.h"
#include "graph/graph_reader.h"
#include "server/parameters.h"

namespace server::api {

// The entity whose id, name or alias the parameter `name` is. Throws NotFound
// where there is none, with the ids of those with longer names, and
// text::BadRequest, with the ids, where there are several that are reported
// about as often.
graph::EntitySummary choose_entity(const Parameters& parameters,
                                   const std::string& name,
                                   const generation::Generation& generation);

// The same of a value that is no parameter; `name` is where it stands.
struct NamedValue {
  std::string name;
  std::string value;
};
graph::EntitySummary choose_entity(const NamedValue& named,
                                   const generation::Generation& generation);

}  // namespace server::api
