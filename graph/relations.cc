#include "graph/relations.h"

#include <algorithm>
#include <tuple>

#include "graph/entity_lookup.h"
#include "graph/evidence_reader.h"
#include "graph/keys.h"
#include "graph/records.h"

namespace graph {
namespace {

// Symmetric edges are seen in either direction.
std::vector<Side> wanted_sides(std::optional<Direction> direction) {
  if (!direction) return {Side::kOut, Side::kIn, Side::kEither};
  return {*direction == Direction::kOut ? Side::kOut : Side::kIn,
          Side::kEither};
}

bool is_wanted(const EdgeKey& key, const EdgeRecord& edge,
               const RelationsRequest& request) {
  const auto& relations = request.relations;
  return edge.confidence >= request.min_confidence &&
         (relations.empty() ||
          std::ranges::find(relations, key.type) != relations.end());
}

// The edges of several sides as one sequence, the strongest first.
class EdgeScan {
 public:
  EdgeScan(const Database& database, EntityId entity,
           const std::vector<Side>& sides) {
    for (const Side side : sides) {
      scans_.push_back(
          database.scan(Column::kEdges, edge_prefix(entity, side)));
    }
    choose();
  }

  bool valid() const { return current_ != nullptr; }
  const EdgeKey& key() const { return key_; }
  EdgeRecord edge() const { return decode_edge(current_->value()); }

  void next() {
    current_->next();
    choose();
  }

 private:
  static auto rank(const EdgeKey& key) {
    return std::tuple(-key.strength, key.type, key.side, key.other);
  }

  void choose() {
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

  std::vector<Scan> scans_;
  Scan* current_ = nullptr;
  EdgeKey key_;
};

Edge show(const Database& database, const EntitySummary& entity,
          const EdgeKey& key, const EdgeRecord& record) {
  const EntitySummary other = summary_at(database, key.other);
  const bool is_source = orient(key.side, entity.id, other.id).source ==
                         std::string_view(entity.id);
  Edge edge;
  edge.type = key.type;
  edge.source = is_source ? entity : other;
  edge.target = is_source ? other : entity;
  edge.modality = record.modality;
  edge.negated = record.negated;
  edge.confidence = record.confidence;
  edge.story_count = record.story_count;
  edge.opposing_story_count = record.opposing_story_count;
  edge.first_reported = record.first_reported;
  edge.last_reported = record.last_reported;
  return edge;
}

}  // namespace

RelationsAnswer find_relations(const Database& database,
                               const RelationsRequest& request) {
  RelationsAnswer answer;
  const auto record = find_entity(database, request.entity);
  if (!record) return answer;
  const EntitySummary entity = summarize(*record);
  const bool filtered = !request.relations.empty() || request.direction ||
                        request.min_confidence > 0;
  const size_t end = size_t{request.offset} + request.limit;
  EvidenceReader evidence(database);
  uint64_t wanted = 0;
  for (EdgeScan scan(database, make_entity_key(entity.id),
                     wanted_sides(request.direction));
       scan.valid() && (filtered || wanted < end); scan.next()) {
    const EdgeRecord found = scan.edge();
    if (!is_wanted(scan.key(), found, request)) continue;
    if (wanted++ < request.offset || wanted > end) continue;
    Edge edge = show(database, entity, scan.key(), found);
    edge.evidence =
        evidence.of_edge({make_entity_key(edge.source.id), edge.type,
                          make_entity_key(edge.target.id), 0},
                         kEvidenceShown);
    answer.edges.push_back(std::move(edge));
  }
  answer.total = filtered ? wanted : record->edge_count;
  return answer;
}

}  // namespace graph
