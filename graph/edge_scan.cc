#include "graph/edge_scan.h"

#include "graph/edge_rows.h"
#include "text/error.h"

namespace graph {
namespace {

bool fits(Side side, std::optional<Direction> direction) {
  if (!direction || side == Side::kEither) return true;
  return side == (*direction == Direction::kOut ? Side::kOut : Side::kIn);
}

// Empty where the graph lacks the entity.
std::string_view adjacency_at(const Database& database, EntityId entity) {
  const auto number = database.catalogue().find(entity);
  return number ? database.row(RowTable::kAdjacency, *number)
                : std::string_view();
}

}  // namespace

EdgeScan::EdgeScan(const Database& database, EntityId entity,
                   std::optional<Direction> direction)
    : database_(database),
      direction_(direction),
      edges_(adjacency_at(database, entity)) {
  key_.entity = entity;
  next();
}

void EdgeScan::next() {
  valid_ = false;
  while (!valid_ && edges_.left() > 0) {
    const AdjacentEdge edge = edges_.next();
    if (!fits(edge.side, direction_)) continue;
    key_.side = edge.side;
    key_.strength = edge.strength;
    key_.type = edge.type;
    key_.other = database_.catalogue().entity(edge.other);
    valid_ = true;
  }
}

EdgeRecord EdgeScan::edge() const { return read_edge(database_, key_); }

EdgeRecord read_edge(const Database& database, const EdgeKey& edge) {
  const Catalogue& catalogue = database.catalogue();
  const auto entity = catalogue.find(edge.entity);
  const auto other = catalogue.find(edge.other);
  if (entity && other) {
    const Value value = database.view(
        Column::kEdges,
        encode(edge_row_key(*entity, *other, edge.type, edge.side), 0));
    if (value.exists()) return decode_edge_row(value.bytes(), catalogue);
  }
  throw text::StorageError("edges", "an edge is missing");
}

std::vector<EvidenceRecord> read_evidence(const Database& database,
                                          const EvidenceKey& edge,
                                          size_t limit) {
  const auto source = database.catalogue().find(edge.source);
  const auto target = database.catalogue().find(edge.target);
  if (!source || !target) return {};
  const Side side = text::is_symmetric(edge.type) ? Side::kEither : Side::kOut;
  return read_evidence(database,
                       edge_row_key(*source, *target, edge.type, side), limit);
}

}  // namespace graph
