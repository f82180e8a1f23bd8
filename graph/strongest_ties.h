// Whom an entity is tied to most strongly: what a search reads of each entity
// that it comes to.

#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "graph/database.h"
#include "graph/entity_id.h"
#include "graph/keys.h"

namespace graph {

// All that was read of what ties two entities.
struct Tie {
  EntityId entity{};
  EntityId other{};
  double strength = 0;      // 0..1: 1 - product of (1 - strength) over edges
  uint32_t edge_count = 0;  // 0: named together only
  EdgeKey edge{};           // the strongest, seen from `entity`
  bool is_association = false;  // `neighbours` has it, seen from `entity`
};

// The closest neighbours of an entity among which associations are looked for.
inline constexpr size_t kAssociationRows = 64;

struct Ties {
  std::vector<Tie> ties;  // ordered by the other's key
  bool is_cut = false;    // weaker ones were not read
};

// Nothing if `ties` has none to `other`.
const Tie* find_tie(const Ties& ties, EntityId other);

// Typed relations, and on demand associations of entities that no relation
// ties. Made for one request, used by one thread; the database must outlive it.
class TieReader {
 public:
  TieReader(const Database& database, bool with_associations)
      : database_(database), with_associations_(with_associations) {}

  // Reads at most `limit` edges.
  Ties read(EntityId entity, size_t limit);

  // Rows read so far.
  size_t rows_read() const { return rows_read_; }

 private:
  void read_edges(EntityId entity, size_t limit, Ties& read);
  void read_associations(EntityId entity, Ties& read);

  const Database& database_;
  bool with_associations_;
  size_t rows_read_ = 0;
};

}  // namespace graph
