#include "graph/relations.h"

#include <algorithm>

#include "graph/edge_scan.h"
#include "graph/edge_view.h"
#include "graph/entity_lookup.h"
#include "graph/evidence_reader.h"
#include "graph/keys.h"
#include "graph/records.h"

namespace graph {
namespace {

bool is_wanted(const EdgeKey& key, const EdgeRecord& edge,
               const RelationsRequest& request) {
  const auto& relations = request.relations;
  return edge.confidence >= request.min_confidence &&
         (relations.empty() ||
          std::ranges::find(relations, key.type) != relations.end());
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
  for (EdgeScan scan(database, make_entity_key(entity.id), request.direction);
       scan.valid() && (filtered || wanted < end); scan.next()) {
    const EdgeRecord found = scan.edge();
    if (!is_wanted(scan.key(), found, request)) continue;
    if (wanted++ < request.offset || wanted > end) continue;
    Edge edge = view_edge(entity, summary_at(database, scan.key().other),
                          scan.key(), found);
    edge.evidence = evidence.of_edge(evidence_of(edge), kEvidenceShown);
    answer.edges.push_back(std::move(edge));
  }
  answer.total = filtered ? wanted : record->edge_count;
  return answer;
}

}  // namespace graph
