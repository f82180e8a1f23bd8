#include "graph/edge_scan.h"

#include "graph/edge_rows.h"
#include "text/error.h"

namespace graph {
namespace {

bool fits(Side side, std::optional<Direction> direction) {
  if (!direction || side == Side::kEither) return true;
  return side == (*direction == Direction::kOut ? Side::kOut : Side::kIn);
}

}  // namespace

EdgeScan::EdgeScan(const Database& database, EntityId entity,
                   std::optional<Direction> direction)
    : database_(database), direction_(direction) {
  key_.entity = entity;
  if (const auto number = database.catalogue().find(entity)) {
    rows_.emplace(database, *number);
  }
  show_next();
}

void EdgeScan::next() {
  row_ = row_.subspan(1);
  show_next();
}

void EdgeScan::show_next() {
  valid_ = false;
  while (rows_) {
    while (!row_.empty() && !fits(row_.front().side, direction_)) {
      row_ = row_.subspan(1);
    }
    if (!row_.empty()) break;
    row_ = rows_->next_row();
    if (row_.empty()) return;
  }
  if (!rows_) return;
  const AdjacentEdge& edge = row_.front();
  key_.side = edge.side;
  key_.strength = edge.strength;
  key_.type = edge.type;
  key_.other = database_.catalogue().entity(edge.other);
  valid_ = true;
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
