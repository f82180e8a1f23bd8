// Relations and neighbourhoods as curators judge them.

#pragma once

#include <optional>

#include "graph/curation.h"
#include "graph/database.h"
#include "graph/graph_reader.h"

namespace graph {

// GraphReader::relations().
RelationsAnswer find_curated_relations(const Database& database,
                                       const Curation& curation,
                                       RelationsRequest request);

// `read` is of the graph; its entities become those that are shown.
Neighbourhood curate_neighbourhood(const Curation& curation,
                                   const Neighbourhood& read);

// The two ends and the evidence of an edge of the graph as they are shown;
// nothing where an end is hidden, both are one, or no evidence is left.
std::optional<Edge> curate_edge(const Database& database,
                                const Curation& curation, Edge edge);

// What two edges between the same two entities tell together.
Edge join(Edge one, const Edge& other);

}  // namespace graph
