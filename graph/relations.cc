#include "graph/relations.h"

#include <algorithm>
#include <functional>

#include "graph/edge_history.h"
#include "graph/edge_scan.h"
#include "graph/edge_summary.h"
#include "graph/edge_view.h"
#include "graph/entity_lookup.h"
#include "graph/evidence_reader.h"
#include "graph/keys.h"
#include "graph/period.h"
#include "graph/ranking.h"
#include "graph/records.h"

namespace graph {
namespace {

// The edges that are looked at where the evidence of a period is asked for.
constexpr size_t kPeriodEdges = 1000;
// The edges that are read where they must be told firmly enough.
constexpr size_t kConfidenceEdges = 5000;

bool has_wanted_type(const EdgeKey& key, const RelationsRequest& request) {
  const auto& relations = request.relations;
  return relations.empty() ||
         std::ranges::find(relations, key.type) != relations.end();
}

bool may_be_in(const Period& period, const EdgeRecord& edge) {
  if (!edge.first_reported || !edge.last_reported) return false;
  return (!period.from || *edge.last_reported >= *period.from) &&
         (!period.to || *edge.first_reported < *period.to);
}

// An edge as the evidence of a period tells it.
struct PeriodEdge {
  Edge edge;
  double strength = 0;
  std::vector<EvidenceRecord> evidence;
};

// The relations of one entity in a period: the edges that are the strongest of
// all time are told anew from the evidence of the period.
class PeriodRelations {
 public:
  PeriodRelations(const Database& database, const EntitySummary& entity,
                  const RelationsRequest& request)
      : database_(database),
        entity_(entity),
        request_(request),
        period_(period_of(request)),
        newest_(database.catalogue().newest_report(
            database.catalogue().published(period_))) {}

  RelationsAnswer find() {
    RelationsAnswer answer;
    std::vector<PeriodEdge> edges = read_edges(answer);
    std::ranges::stable_sort(edges, std::greater(), &PeriodEdge::strength);
    answer.total = edges.size();
    EvidenceReader reader(database_);
    const size_t end =
        std::min(edges.size(), size_t{request_.offset} + request_.limit);
    for (size_t i = request_.offset; i < end; ++i) {
      const EvidenceKey key = evidence_of(edges[i].edge);
      for (const EvidenceRecord& record : edges[i].evidence) {
        edges[i].edge.evidence.push_back(
            reader.of_record(record, key.source, key.target));
      }
      answer.edges.push_back(std::move(edges[i].edge));
    }
    return answer;
  }

 private:
  std::vector<PeriodEdge> read_edges(RelationsAnswer& answer) const {
    std::vector<PeriodEdge> edges;
    size_t read = 0;
    for (EdgeScan scan(database_, make_entity_key(entity_.id),
                       request_.direction);
         scan.valid(); scan.next()) {
      if (++read > kPeriodEdges) {
        answer.total_is_exact = false;
        break;
      }
      if (!has_wanted_type(scan.key(), request_)) continue;
      if (!may_be_in(period_, scan.edge())) continue;
      auto edge = tell(scan.key());
      if (edge) edges.push_back(*std::move(edge));
    }
    return edges;
  }

  // Nothing where the period has no evidence, or not enough.
  std::optional<PeriodEdge> tell(const EdgeKey& key) const {
    PeriodEdge told;
    told.edge = view_edge(entity_, summary_at(database_, key.other), key, {});
    auto evidence =
        read_evidence(database_, evidence_of(told.edge), kReportsRead);
    std::erase_if(evidence, [&](const EvidenceRecord& record) {
      return !period_.contains(record.published);
    });
    if (evidence.empty()) return std::nullopt;
    EdgeSummary summary = summarize_edge(std::move(evidence));
    if (summary.edge.confidence < request_.min_confidence) return std::nullopt;
    Edge edge = make_edge(key.type, summary.edge);
    edge.source = std::move(told.edge.source);
    edge.target = std::move(told.edge.target);
    told.edge = std::move(edge);
    told.strength = edge_strength(key.type, summary.edge, newest_);
    told.evidence = std::move(summary.evidence);
    if (told.evidence.size() > kEvidenceShown) {
      told.evidence.resize(kEvidenceShown);
    }
    return told;
  }

  const Database& database_;
  const EntitySummary& entity_;
  const RelationsRequest& request_;
  Period period_;
  OptionalTime newest_;  // report of the period
};

}  // namespace

Period period_of(const RelationsRequest& request) {
  Period period{request.from, request.to};
  if (request.as_of) {
    const text::Timestamp after{static_cast<int64_t>(*request.as_of) + 1};
    if (!period.to || after < *period.to) period.to = after;
  }
  return period;
}

RelationsAnswer find_relations(const Database& database,
                               const RelationsRequest& request) {
  RelationsAnswer answer;
  const auto record = find_entity(database, request.entity);
  if (!record) return answer;
  const EntitySummary entity = summarize(*record);
  if (!period_of(request).is_open()) {
    return PeriodRelations(database, entity, request).find();
  }
  const bool by_confidence = request.min_confidence > 0;
  const bool filtered =
      !request.relations.empty() || request.direction || by_confidence;
  const size_t end = size_t{request.offset} + request.limit;
  EvidenceReader evidence(database);
  uint64_t wanted = 0;
  size_t read = 0;
  for (EdgeScan scan(database, make_entity_key(entity.id), request.direction);
       scan.valid() && (filtered || wanted < end); scan.next()) {
    if (!has_wanted_type(scan.key(), request)) continue;
    if (by_confidence && ++read > kConfidenceEdges) {
      answer.total_is_exact = false;
      break;
    }
    const bool on_page = wanted >= request.offset && wanted < end;
    if (!by_confidence && !on_page) {
      ++wanted;
      continue;
    }
    const EdgeRecord found = scan.edge();
    if (found.confidence < request.min_confidence) continue;
    ++wanted;
    if (!on_page) continue;
    Edge edge = view_edge(entity, summary_at(database, scan.key().other),
                          scan.key(), found);
    edge.evidence = evidence.of_edge(evidence_of(edge), kEvidenceShown);
    answer.edges.push_back(std::move(edge));
  }
  answer.total = filtered ? wanted : record->edge_count;
  return answer;
}

}  // namespace graph
