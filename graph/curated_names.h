// Entities by the names that curators give them.

#pragma once

#include <string_view>
#include <vector>

#include "graph/curation.h"
#include "graph/graph_reader.h"

namespace graph {

// `found` are the entities of the graph that `name` may mean, best first; the
// answer is the same for entities as they are shown, at most `limit`.
std::vector<NamedEntity> curate_names(const Curation& curation,
                                      std::string_view name,
                                      std::vector<NamedEntity> found,
                                      size_t limit);

}  // namespace graph
