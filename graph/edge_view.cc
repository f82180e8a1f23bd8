#include "graph/edge_view.h"

namespace graph {

Edge make_edge(text::RelationType type, const EdgeRecord& record) {
  Edge edge;
  edge.type = type;
  edge.modality = record.modality;
  edge.negated = record.negated;
  edge.confidence = record.confidence;
  edge.story_count = record.story_count;
  edge.opposing_story_count = record.opposing_story_count;
  edge.first_reported = record.first_reported;
  edge.last_reported = record.last_reported;
  return edge;
}

Edge view_edge(const EntitySummary& entity, const EntitySummary& other,
               const EdgeKey& key, const EdgeRecord& record) {
  const bool is_source = orient(key.side, entity.id, other.id).source ==
                         std::string_view(entity.id);
  Edge edge = make_edge(key.type, record);
  edge.source = is_source ? entity : other;
  edge.target = is_source ? other : entity;
  return edge;
}

EvidenceKey evidence_of(const Edge& edge) {
  return {make_entity_key(edge.source.id), edge.type,
          make_entity_key(edge.target.id)};
}

}  // namespace graph
