#include "graph/edge_scan.h"

#include <tuple>

namespace graph {
namespace {

std::vector<Side> wanted_sides(std::optional<Direction> direction) {
  if (!direction) return {Side::kOut, Side::kIn, Side::kEither};
  return {*direction == Direction::kOut ? Side::kOut : Side::kIn,
          Side::kEither};
}

auto rank(const EdgeKey& key) {
  return std::tuple(-key.strength, key.type, key.side, key.other);
}

}  // namespace

EdgeScan::EdgeScan(const Database& database, EntityId entity,
                   std::optional<Direction> direction) {
  for (const Side side : wanted_sides(direction)) {
    scans_.push_back(database.scan(Column::kEdges, edge_prefix(entity, side)));
  }
  choose();
}

void EdgeScan::next() {
  current_->next();
  choose();
}

void EdgeScan::choose() {
  current_ = nullptr;
  for (Scan& scan : scans_) {
    if (!scan.valid()) continue;
    const EdgeKey key = decode_edge_key(scan.key());
    if (current_ == nullptr || rank(key) < rank(key_)) {
      current_ = &scan;
      key_ = key;
    }
  }
}

std::vector<EvidenceRecord> read_evidence(const Database& database,
                                          const EvidenceKey& edge,
                                          size_t limit) {
  std::vector<EvidenceRecord> all;
  for (auto scan = database.scan(Column::kEvidence, evidence_prefix(edge));
       all.size() < limit && scan.valid(); scan.next()) {
    all.push_back(decode_evidence(scan.value()));
  }
  return all;
}

}  // namespace graph
