// What lies where, as far as the graph says it.

#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "graph/graph_reader.h"

namespace graph {

// An entity and the edges that lead from it to a place, the last one to the
// place itself.
struct PlacedEntity {
  EntitySummary entity;
  std::vector<Edge> edges;
};

// The edges from `entity` up to `place`: where it lies or has its seat, and
// what that is part of. Nothing where the graph doesn't say so in a few steps.
std::optional<std::vector<Edge>> find_way_to_place(const std::string& entity,
                                                   const std::string& place,
                                                   const GraphReader& graph);

// What lies or has its seat in `place` or in its parts, places excepted.
// Bounded: of very many parts, those most surely known.
std::vector<PlacedEntity> list_placed(const std::string& place,
                                      const GraphReader& graph);

}  // namespace graph
