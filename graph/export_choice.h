// Which entities and edges an export filter lets through.

#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "graph/database.h"
#include "graph/edge_scan.h"
#include "graph/entity_id.h"
#include "graph/export.h"
#include "graph/records.h"

namespace graph {

// Safe for any number of threads; the database must outlive it.
class ExportChoice {
 public:
  // Walks along as many edges as the filter makes it. Throws
  // text::StorageError.
  ExportChoice(const Database& database, ExportFilter filter);

  const ExportFilter& filter() const { return filter_; }

  // Ascending; nothing where all are chosen.
  const std::optional<std::vector<EntityId>>& entities() const {
    return entities_;
  }
  bool has(EntityId entity) const;
  bool has(text::RelationType relation) const;

  struct ToldEdge {
    Edge edge;  // without evidence
    std::vector<EvidenceRecord> evidence;  // of the period; empty if it is open
  };
  // The edge that `scan` is at, as seen from `entity`, told from the evidence
  // of the period; nothing where the filter keeps it back. Its ends are not
  // looked at.
  std::optional<ToldEdge> tell(const EntitySummary& entity,
                               const EdgeScan& scan) const;

 private:
  bool allows(const EntitySummary& entity) const;
  void choose_near();
  void choose_all();
  void add_ends(const EntitySummary& entity, std::set<EntityId>& chosen) const;

  const Database& database_;
  ExportFilter filter_;
  std::optional<std::vector<EntityId>> entities_;
};

// All evidence of an edge, best first.
std::vector<EvidenceRecord> read_all_evidence(const Database& database,
                                              const Edge& edge);

}  // namespace graph
