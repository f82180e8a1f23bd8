// What the ledger changes about a sealed graph, worked out once
// (docs/ledger.md).

#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "graph/built_judgements.h"
#include "graph/database.h"
#include "graph/edge_summary.h"
#include "graph/graph_reader.h"
#include "graph/identity.h"
#include "graph/judgements.h"

namespace graph {

// An entity that is not as the graph has it.
struct CuratedEntity {
  // The ids in the graph that stand for it, its own one first.
  std::vector<std::string> parts;
  std::optional<EntityDetail> detail;  // nothing: hidden
};

// An edge of the graph that has rejected evidence.
struct CuratedEdge {
  EdgeRecord before;
  std::optional<EdgeSummary> after;  // nothing: no evidence is left
  std::vector<EvidenceRecord> rejected;
};

// The judgements that are newer than the graph, applied to it. A judgement that
// the graph was built with and that was undone since stays in effect until the
// next build. Safe for any number of threads; the database must outlive it.
class Curation {
 public:
  // `entries` are the whole ledger, in order.
  Curation(const Database& database, std::span<const LedgerEntry> entries);

  // True where the graph is to be shown as it is, old ids apart.
  bool is_plain() const { return entities_.empty() && edges_.empty(); }

  // Who is who, as it is shown.
  const Identity& identity() const { return identity_; }

  const BuiltJudgements& built() const { return built_; }

  // The ids in the graph that stand for `id`; none where it is hidden.
  std::vector<std::string> parts(std::string_view id) const;

  // By the ids under which they stand.
  const std::map<std::string, CuratedEntity, std::less<>>& entities() const {
    return entities_;
  }

  // The curated entity that an id of the graph is a part of; null where it is
  // shown as it is.
  const CuratedEntity* entity_of(std::string_view part) const;

  // The type that the graph gives to each part, by its id.
  const std::map<std::string, text::EntityType, std::less<>>& part_types()
      const {
    return part_types_;
  }

  // An entity of the graph as it is shown; nothing where it is hidden.
  std::optional<EntitySummary> show(const EntitySummary& read) const;

  // By ids of the graph; null where no evidence of the edge is rejected.
  const CuratedEdge* edge(text::RelationType type, std::string_view source,
                          std::string_view target) const;

  // The judgements of kReject that left evidence of this graph out.
  const std::set<std::string>& rejections_met() const {
    return rejections_met_;
  }

 private:
  using EdgeName = std::tuple<text::RelationType, std::string, std::string>;

  void add_entities(const Identity& built);
  void add_entity(const std::string& id, std::vector<std::string> parts);
  EntityDetail describe(const std::string& id,
                        const std::vector<std::string>& parts) const;
  void count(const std::vector<std::string>& parts, EntityDetail& detail) const;
  void add_edges(const RejectedEvidence& rejected);
  void add_edge(const EdgeName& name);

  const Database& database_;
  BuiltJudgements built_;
  Identity identity_;
  std::map<std::string, CuratedEntity, std::less<>> entities_;
  std::map<std::string, std::string, std::less<>> part_of_;
  std::map<std::string, text::EntityType, std::less<>> part_types_;
  std::map<EdgeName, CuratedEdge> edges_;
  std::set<std::string> rejections_met_;
};

}  // namespace graph
