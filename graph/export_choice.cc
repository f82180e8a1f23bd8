#include "graph/export_choice.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "graph/edge_summary.h"
#include "graph/edge_view.h"
#include "graph/entity_lookup.h"
#include "graph/keys.h"

namespace graph {
namespace {

template <typename Value>
bool is_among(const std::vector<Value>& wanted, const Value& value) {
  return wanted.empty() || std::ranges::find(wanted, value) != wanted.end();
}

}  // namespace

std::vector<EvidenceRecord> read_all_evidence(const Database& database,
                                              const Edge& edge) {
  return read_evidence(database, evidence_of(edge),
                       std::numeric_limits<uint32_t>::max());
}

ExportChoice::ExportChoice(const Database& database, ExportFilter filter)
    : database_(database), filter_(std::move(filter)) {
  if (filter_.is_everything()) return;
  if (filter_.entities.empty()) {
    choose_all();
  } else {
    choose_near();
  }
}

bool ExportChoice::has(EntityId entity) const {
  return !entities_ || std::ranges::binary_search(*entities_, entity);
}

bool ExportChoice::has(text::RelationType relation) const {
  return is_among(filter_.relations, relation);
}

bool ExportChoice::allows(const EntitySummary& entity) const {
  if (is_among(filter_.types, entity.type)) return true;
  const auto& named = filter_.entities;
  return std::ranges::find(named, entity.id) != named.end();
}

std::optional<ExportChoice::ToldEdge> ExportChoice::tell(
    const EntitySummary& entity, const EdgeScan& scan) const {
  if (!has(scan.key().type)) return std::nullopt;
  ToldEdge told;
  told.edge = view_edge(entity, summary_at(database_, scan.key().other),
                        scan.key(), scan.edge());
  if (!filter_.period.is_open()) {
    auto evidence = read_all_evidence(database_, told.edge);
    std::erase_if(evidence, [&](const EvidenceRecord& record) {
      return !filter_.period.contains(record.published);
    });
    if (evidence.empty()) return std::nullopt;
    EdgeSummary summary = summarize_edge(std::move(evidence));
    Edge edge = make_edge(told.edge.type, summary.edge);
    edge.source = std::move(told.edge.source);
    edge.target = std::move(told.edge.target);
    told = {std::move(edge), std::move(summary.evidence)};
  }
  if (told.edge.confidence < filter_.min_confidence) return std::nullopt;
  return told;
}

// The other ends of the edges of `entity` that are let through, and its own
// where there is such an edge.
void ExportChoice::add_ends(const EntitySummary& entity,
                            std::set<EntityId>& chosen) const {
  const EntityId own = make_entity_key(entity.id);
  for (EdgeScan scan(database_, own, std::nullopt); scan.valid(); scan.next()) {
    if (chosen.contains(scan.key().other) && chosen.contains(own)) continue;
    const auto told = tell(entity, scan);
    if (!told || !allows(told->edge.source) || !allows(told->edge.target)) {
      continue;
    }
    chosen.insert({own, scan.key().other});
  }
}

void ExportChoice::choose_near() {
  std::set<EntityId> chosen;
  for (const std::string& id : filter_.entities) {
    if (find_entity(database_, id)) chosen.insert(make_entity_key(id));
  }
  std::set<EntityId> met;
  for (uint32_t hop = 0; hop < filter_.hops; ++hop) {
    const std::set<EntityId> known = chosen;
    for (const EntityId entity : known) {
      if (!met.insert(entity).second) continue;
      add_ends(summary_at(database_, entity), chosen);
    }
  }
  entities_.emplace(chosen.begin(), chosen.end());
}

void ExportChoice::choose_all() {
  std::set<EntityId> chosen;
  for (const EntityId key : database_.catalogue().entities()) {
    const auto record = find_entity(database_, key);
    if (!record) continue;  // Curators hid it.
    const EntitySummary entity = summarize(*record);
    if (!allows(entity)) continue;
    if (filter_.chooses_edges()) {
      add_ends(entity, chosen);
    } else {
      chosen.insert(key);
    }
  }
  entities_.emplace(chosen.begin(), chosen.end());
}

}  // namespace graph
