// How two entities are connected: the strongest paths between them, each step
// with its reasons and sentences (docs/ranking.md, "Paths").

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "graph/graph_reader.h"

namespace graph {

class Database;

inline constexpr uint32_t kMaxHops = 4;
inline constexpr uint32_t kMaxPaths = 20;

struct PathsRequest {
  std::string from;             // public id
  std::string to;               // public id
  uint32_t max_hops = 4;        // 1..kMaxHops
  uint32_t limit = 3;           // 1..kMaxPaths
  uint32_t evidence_limit = 1;  // sentences for each hop, at most 3
};

// One step, between two entities of a path that follow each other.
struct Hop {
  double strength = 0;         // 0..1
  std::optional<Edge> edge{};  // the strongest typed relation, with evidence
  uint32_t edge_count = 0;     // how many typed relations tie the two
  // Where no relation does: they are only named together.
  std::optional<AssociationReason> association{};
  std::vector<Evidence> sightings{};  // of an association
};

struct Path {
  double score = 0;                  // 0..1
  std::vector<EntitySummary> nodes;  // `from` first, `to` last, all different
  std::vector<Hop> hops;             // one fewer
};

struct PathsAnswer {
  // Strongest first; no two with the same nodes. One of the shortest is among
  // them. Empty where nothing connects the two within `max_hops`, where they
  // are one and the same, and where the graph lacks one.
  std::vector<Path> paths;
  // No path of typed relations was found: these have steps that are mere
  // association.
  bool by_association = false;
  // Some entities have more ties than were read: there may be other paths.
  bool is_cut = false;
};

PathsAnswer find_paths(const Database& database, const PathsRequest& request);

}  // namespace graph
