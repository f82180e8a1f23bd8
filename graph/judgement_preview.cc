#include "graph/judgement_preview.h"

#include <algorithm>

namespace graph {
namespace {

// Edges of one relation among which the one in question is looked for.
constexpr uint32_t kMaxEdges = 1000;

std::vector<std::string> ids_of(const Judgement& judgement) {
  std::vector<std::string> ids = {judgement.entity, judgement.other};
  if (judgement.evidence) {
    ids = {judgement.evidence->source, judgement.evidence->target};
  }
  std::erase(ids, "");
  return ids;
}

std::vector<EntityDetail> describe(const GraphReader& graph,
                                   const std::vector<std::string>& ids) {
  std::vector<EntityDetail> entities;
  for (const std::string& id : ids) {
    auto entity = graph.entity(id);
    const bool is_known =
        !entity ||
        std::ranges::any_of(entities, [&](const EntityDetail& other) {
          return other.summary.id == entity->summary.id;
        });
    if (!is_known) entities.push_back(*std::move(entity));
  }
  return entities;
}

std::optional<Edge> find_edge(const GraphReader& graph,
                              const RejectedEvidence& evidence) {
  const auto source = graph.entity(evidence.source);
  const auto target = graph.entity(evidence.target);
  if (!source || !target) return std::nullopt;
  const std::string& other = target->summary.id;
  auto answer = graph.relations({.entity = evidence.source,
                                 .relations = {evidence.relation},
                                 .direction = Direction::kOut,
                                 .limit = kMaxEdges});
  const auto found = std::ranges::find_if(answer.edges, [&](const Edge& edge) {
    return edge.target.id == other || edge.source.id == other;
  });
  if (found == answer.edges.end()) return std::nullopt;
  return std::move(*found);
}

}  // namespace

JudgementPreview preview(const GraphReader& now,
                         std::vector<LedgerEntry> ledger, size_t about) {
  const Judgement judgement = ledger.at(about).judgement;
  const GraphReader then(now, std::move(ledger));
  JudgementPreview preview;
  preview.before = describe(now, ids_of(judgement));
  preview.after = describe(then, ids_of(judgement));
  if (judgement.evidence) {
    preview.edge_before = find_edge(now, *judgement.evidence);
    preview.edge_after = find_edge(then, *judgement.evidence);
  }
  preview.state = then.judgement_states().at(about);
  return preview;
}

}  // namespace graph
