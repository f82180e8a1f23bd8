// Whom an entity is tied to most strongly: what a search reads of each entity
// that it comes to.

#pragma once

#include <cstdint>
#include <vector>

#include "graph/adjacency.h"
#include "graph/catalogue.h"
#include "graph/database.h"
#include "graph/records.h"

namespace graph {

// All that was read of what ties two entities.
struct Tie {
  EntityNumber entity{};
  EntityNumber other{};
  double strength = 0;        // 0..1: 1 - product of (1 - strength) over edges
  uint32_t edge_count = 0;    // 0: `neighbours` has an association
  text::RelationType type{};  // of the strongest edge
  Side side{};                // the same, as `entity` sees it
};

// The closest neighbours of an entity among which associations are looked for.
inline constexpr size_t kAssociationRows = 64;

struct Ties {
  std::vector<Tie> ties;    // ordered by the other
  uint32_t edge_count = 0;  // edges read
  bool is_cut = false;      // weaker ones were not read
};

// Typed relations, and on demand associations of entities that no relation
// ties. Made for one request, used by one thread; the database must outlive it.
class TieReader {
 public:
  TieReader(const Database& database, bool with_associations)
      : database_(database), with_associations_(with_associations) {}

  // Reads at most `limit` edges.
  Ties read(EntityNumber entity, size_t limit);

  // Rows read so far.
  size_t rows_read() const { return rows_read_; }

 private:
  void read_edges(EntityNumber entity, size_t limit, Ties& read);
  void merge_edges(EntityNumber entity, std::vector<Tie>& ties);
  void read_associations(EntityNumber entity, Ties& read);

  const Database& database_;
  bool with_associations_;
  size_t rows_read_ = 0;
  std::vector<AdjacentEdge> edges_;  // of the entity at hand
  std::vector<uint64_t> order_;      // of the same: by the other, then as read
};

}  // namespace graph
