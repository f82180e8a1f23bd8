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

// One article's best evidence of one edge.
struct Report {
  EdgeKey edge;
  EvidenceRecord evidence;
};

bool is_wanted(const EdgeKey& edge, const TimelineRequest& request) {
  const auto& relations = request.relations;
  if (!request.other.empty() && edge.other != make_entity_key(request.other)) {
    return false;
  }
  return relations.empty() ||
         std::ranges::find(relations, edge.type) != relations.end();
}

EvidenceKey evidence_key(const EdgeKey& edge, const EntitySummary& entity,
                         const EntitySummary& other) {
  const EdgeEnds ends = orient(edge.side, entity.id, other.id);
  return {make_entity_key(ends.source), edge.type,
          make_entity_key(ends.target)};
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

void sort_by_time(TimeOrder order, std::vector<Report>& reports) {
  if (order == TimeOrder::kNewestFirst) {
    std::ranges::sort(reports, {}, rank_newest);
  } else {
    std::ranges::sort(reports, {}, rank_oldest);
  }
}

class Timeline {
 public:
  Timeline(const Database& database, const EntitySummary& entity,
           const TimelineRequest& request)
      : database_(database),
        entity_(entity),
        request_(request),
        evidence_(database) {}

  TimelineAnswer read() {
    TimelineAnswer answer;
    std::vector<Report> reports = read_reports();
    sort_by_time(request_.order, reports);
    answer.total = reports.size();
    answer.is_cut = is_cut_;
    const size_t end =
        std::min(reports.size(), size_t{request_.offset} + request_.limit);
    for (size_t i = request_.offset; i < end; ++i) {
      answer.events.push_back(show(reports[i]));
    }
    return answer;
  }

 private:
  std::vector<Report> read_reports() {
    std::vector<Report> reports;
    size_t edges = 0;
    for (EdgeScan scan(database_, make_entity_key(entity_.id), {});
         scan.valid(); scan.next()) {
      if (++edges > kEdgesRead || reports.size() > kEventsRead) {
        is_cut_ = true;
        break;
      }
      if (!is_wanted(scan.key(), request_)) continue;
      if (overlaps(scan.edge())) add_reports(scan.key(), reports);
    }
    return reports;
  }

  bool overlaps(const EdgeRecord& edge) const {
    const Period& period = request_.period;
    if (period.is_open()) return true;
    if (!edge.first_reported) return false;
    return (!period.from || *edge.last_reported >= *period.from) &&
           (!period.to || *edge.first_reported < *period.to);
  }

  void add_reports(const EdgeKey& edge, std::vector<Report>& reports) {
    std::set<text::ArticleId> seen;
    for (EvidenceRecord& evidence : read_evidence(
             database_, evidence_key(edge, entity_, summary(edge.other)),
             kReportsRead)) {
      if (!request_.period.contains(evidence.published)) continue;
      if (!seen.insert(evidence.article).second) continue;  // Best first.
      reports.push_back({edge, std::move(evidence)});
    }
  }

  Event show(const Report& report) {
    const EntitySummary& other = summary(report.edge.other);
    const Edge edge = view_edge(entity_, other, report.edge, {});
    Event event;
    event.type = edge.type;
    event.source = edge.source;
    event.target = edge.target;
    event.story = report.evidence.story;
    event.evidence =
        evidence_.of_record(report.evidence, make_entity_key(edge.source.id),
                            make_entity_key(edge.target.id));
    return event;
  }

  const EntitySummary& summary(EntityId key) {
    const auto known = summaries_.find(key);
    if (known != summaries_.end()) return known->second;
    return summaries_.emplace(key, summary_at(database_, key)).first->second;
  }

  const Database& database_;
  const EntitySummary& entity_;
  const TimelineRequest& request_;
  EvidenceReader evidence_;
  std::map<EntityId, EntitySummary> summaries_;
  bool is_cut_ = false;
};

}  // namespace

TimelineAnswer find_timeline(const Database& database,
                             const TimelineRequest& request) {
  const auto record = find_entity(database, request.entity);
  if (!record) return {};
  const EntitySummary entity = summarize(*record);
  return Timeline(database, entity, request).read();
}

}  // namespace graph
