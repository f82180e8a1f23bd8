#include "graph/timeline.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "graph/edge_scan.h"
#include "graph/edge_view.h"
#include "graph/entity_lookup.h"
#include "graph/evidence_reader.h"

namespace graph {
namespace {

// The strongest edges of an entity that are looked at, and their reports.
constexpr size_t kEdgesRead = 2000;
constexpr size_t kEventsRead = 20000;

bool is_wanted(const EdgeKey& edge, const TimelineRequest& request) {
  const auto& relations = request.relations;
  if (!request.other.empty() && edge.other != make_entity_key(request.other)) {
    return false;
  }
  return relations.empty() ||
         std::ranges::find(relations, edge.type) != relations.end();
}

// Newest first, undated ones last; in an article the strongest edge first.
auto rank_newest(const Report& report) {
  return std::tuple(~encode_time(report.evidence.published),
                    report.evidence.article, -report.edge.strength,
                    report.edge.type, report.edge.other, report.edge.side);
}

auto rank_oldest(const Report& report) {
  const auto& published = report.evidence.published;
  return std::tuple(!published.has_value(), encode_time(published),
                    report.evidence.article, -report.edge.strength,
                    report.edge.type, report.edge.other, report.edge.side);
}

// Entities of the graph, each read once.
class Summaries {
 public:
  explicit Summaries(const Database& database) : database_(database) {}

  const EntitySummary& at(EntityId key) {
    const auto known = summaries_.find(key);
    if (known != summaries_.end()) return known->second;
    return summaries_.emplace(key, summary_at(database_, key)).first->second;
  }

 private:
  const Database& database_;
  std::map<EntityId, EntitySummary> summaries_;
};

bool overlaps(const EdgeRecord& edge, const Period& period) {
  if (period.is_open()) return true;
  if (!edge.first_reported) return false;
  return (!period.from || *edge.last_reported >= *period.from) &&
         (!period.to || *edge.first_reported < *period.to);
}

Event show(const Report& report, const EntitySummary& entity,
           const EntitySummary& other, EvidenceReader& reader) {
  const Edge edge = view_edge(entity, other, report.edge, {});
  Event event;
  event.type = edge.type;
  event.source = edge.source;
  event.target = edge.target;
  event.story = report.evidence.story;
  event.evidence =
      reader.of_record(report.evidence, make_entity_key(edge.source.id),
                       make_entity_key(edge.target.id));
  return event;
}

}  // namespace

EvidenceKey evidence_key(const EdgeKey& edge, const EntitySummary& entity,
                         const EntitySummary& other) {
  const EdgeEnds ends = orient(edge.side, entity.id, other.id);
  return {make_entity_key(ends.source), edge.type,
          make_entity_key(ends.target)};
}

bool comes_before(const Report& one, const Report& other, TimeOrder order) {
  return order == TimeOrder::kNewestFirst
             ? rank_newest(one) < rank_newest(other)
             : rank_oldest(one) < rank_oldest(other);
}

Reports read_reports(const Database& database, const EntitySummary& entity,
                     const TimelineRequest& request) {
  Reports read;
  Summaries summaries(database);
  size_t edges = 0;
  for (EdgeScan scan(database, make_entity_key(entity.id), {}); scan.valid();
       scan.next()) {
    if (++edges > kEdgesRead || read.reports.size() > kEventsRead) {
      read.is_cut = true;
      break;
    }
    if (!is_wanted(scan.key(), request)) continue;
    if (!overlaps(scan.edge(), request.period)) continue;
    const auto key =
        evidence_key(scan.key(), entity, summaries.at(scan.key().other));
    std::set<text::ArticleId> seen;
    for (auto& evidence : read_evidence(database, key, kReportsRead)) {
      if (!request.period.contains(evidence.published)) continue;
      if (!seen.insert(evidence.article).second) continue;  // Best first.
      read.reports.push_back({scan.key(), std::move(evidence)});
    }
  }
  return read;
}

TimelineAnswer find_timeline(const Database& database,
                             const TimelineRequest& request) {
  const auto record = find_entity(database, request.entity);
  if (!record) return {};
  const EntitySummary entity = summarize(*record);
  auto [reports, is_cut] = read_reports(database, entity, request);
  std::ranges::sort(reports, [&](const Report& one, const Report& other) {
    return comes_before(one, other, request.order);
  });
  TimelineAnswer answer;
  answer.total = reports.size();
  answer.is_cut = is_cut;
  Summaries summaries(database);
  EvidenceReader reader(database);
  const size_t end =
      std::min(reports.size(), size_t{request.offset} + request.limit);
  for (size_t i = request.offset; i < end; ++i) {
    answer.events.push_back(
        show(reports[i], entity, summaries.at(reports[i].edge.other), reader));
  }
  return answer;
}

}  // namespace graph
