// The edges of one entity, and the evidence of one edge.

#pragma once

#include <optional>
#include <vector>

#include "graph/adjacency.h"
#include "graph/database.h"
#include "graph/entity_id.h"
#include "graph/graph_reader.h"
#include "graph/keys.h"
#include "graph/records.h"

namespace graph {

// A walk through the edges of an entity, the strongest first; equals by type,
// side and other end. The first ones cost no more of an entity with many. Made
// for one request, used by one thread; the database must outlive it.
class EdgeScan {
 public:
  // Edges that leave the entity (kOut), that arrive (kIn), or both; symmetric
  // ones are always among them.
  EdgeScan(const Database& database, EntityId entity,
           std::optional<Direction> direction);

  bool valid() const { return valid_; }
  const EdgeKey& key() const { return key_; }
  EdgeRecord edge() const;
  void next();

 private:
  const Database& database_;
  std::optional<Direction> direction_;
  AdjacencyReader edges_;
  bool valid_ = false;
  EdgeKey key_;
};

// What an edge adds up to, as seen from one of its ends. Throws
// text::StorageError if the graph lacks it: for keys that the graph itself
// names.
EdgeRecord read_edge(const Database& database, const EdgeKey& edge);

// The best `limit` pieces of evidence of an edge, best first.
std::vector<EvidenceRecord> read_evidence(const Database& database,
                                          const EvidenceKey& edge,
                                          size_t limit);

}  // namespace graph
