// From a name on the command line to the entity it means.

#pragma once

#include <optional>
#include <string>

#include "graph/graph_reader.h"

namespace cli {

// The entity that fits `name` best. Where several fit as well, or none does,
// says so on standard error, with the candidates, and returns nothing.
std::optional<graph::EntitySummary> choose_entity(
    const std::string& name, const graph::GraphReader& graph);

}  // namespace cli
