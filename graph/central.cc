#include "graph/central.h"

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <tuple>

#include "graph/database.h"
#include "graph/entity_lookup.h"
#include "graph/report_rows.h"

namespace graph {
namespace {

// Articles of a period that are counted; of more, every so many-th.
constexpr uint64_t kArticlesCounted = 5000;

// PageRank: how often the walk goes on instead of beginning anew anywhere, and
// how many steps it takes.
constexpr double kGoOn = 0.85;
constexpr int kSteps = 30;

// From the newest article of `period` on.
Scan begin_scan(const Database& database, const Period& period) {
  if (!period.to) return database.scan(Column::kReports, "");
  const text::Timestamp newest{static_cast<int64_t>(*period.to) - 1};
  return database.scan(Column::kReports, "", encode(ReportKey{newest, {}}));
}

// True where no later row of the scan is in the period.
bool is_before(const ReportKey& key, const Period& period) {
  if (!key.published) return !period.is_open();
  return period.from && *key.published < *period.from;
}

// What the stories of a period say, each counted once.
class PeriodGraph {
 public:
  void add(const ReportRecord& report) {
    for (const ReportedEdge& edge : report.edges) {
      if (!seen_.insert({report.story, edge}).second) continue;
      const uint32_t source = number_of(edge.source);
      const uint32_t target = number_of(edge.target);
      edges_.push_back({source, target});
      for (const uint32_t end : {source, target}) {
        nodes_[end].stories.insert(report.story);
        nodes_[end].edges.insert(edge);
      }
    }
  }

  // All entities, by how they rank.
  std::vector<CentralEntity> rank(const Database& database,
                                  const CentralRequest& request) const {
    const std::vector<double> scores = walk();
    std::vector<size_t> order(nodes_.size());
    for (size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::sort(order, {}, [&](size_t i) {
      return std::tuple(-scores[i], nodes_[i].entity);
    });
    std::vector<CentralEntity> ranked;
    for (const size_t i : order) {
      if (ranked.size() == request.limit) break;
      EntitySummary entity = summary_at(database, nodes_[i].entity);
      const auto& types = request.types;
      if (!types.empty() &&
          std::ranges::find(types, entity.type) == types.end()) {
        continue;
      }
      ranked.push_back({std::move(entity), scores[i],
                        static_cast<uint32_t>(nodes_[i].stories.size()),
                        static_cast<uint32_t>(nodes_[i].edges.size())});
    }
    return ranked;
  }

 private:
  struct Node {
    EntityId entity{};
    std::set<text::ArticleId> stories;
    std::set<ReportedEdge> edges;
  };

  uint32_t number_of(EntityId entity) {
    const auto [known, is_new] =
        numbers_.try_emplace(entity, static_cast<uint32_t>(nodes_.size()));
    if (is_new) nodes_.push_back({entity, {}, {}});
    return known->second;
  }

  // PageRank over edges as ways in both directions, one for each story.
  std::vector<double> walk() const {
    if (nodes_.empty()) return {};
    const double all = static_cast<double>(nodes_.size());
    std::vector<double> ways(nodes_.size());
    for (const auto& [source, target] : edges_) {
      ++ways[source];
      ++ways[target];
    }
    std::vector<double> scores(nodes_.size(), 1 / all);
    for (int step = 0; step < kSteps; ++step) {
      std::vector<double> next(nodes_.size(), (1 - kGoOn) / all);
      for (const auto& [source, target] : edges_) {
        next[target] += kGoOn * scores[source] / ways[source];
        next[source] += kGoOn * scores[target] / ways[target];
      }
      scores = std::move(next);
    }
    return scores;
  }

  std::vector<Node> nodes_;
  std::map<EntityId, uint32_t> numbers_;
  std::vector<std::pair<uint32_t, uint32_t>> edges_;  // one for each story
  std::set<std::pair<text::ArticleId, ReportedEdge>> seen_;
};

uint64_t count_articles(const Database& database, const Period& period) {
  uint64_t count = 0;
  for (auto scan = begin_scan(database, period);
       scan.valid() && !is_before(decode_report_key(scan.key()), period);
       scan.next()) {
    ++count;
  }
  return count;
}

}  // namespace

CentralAnswer find_central(const Database& database,
                           const CentralRequest& request) {
  CentralAnswer answer;
  answer.articles = count_articles(database, request.period);
  answer.sampled = static_cast<uint32_t>(
      (answer.articles + kArticlesCounted - 1) / kArticlesCounted);
  answer.sampled = std::max(answer.sampled, 1u);
  PeriodGraph graph;
  uint64_t article = 0;
  for (auto scan = begin_scan(database, request.period);
       scan.valid() &&
       !is_before(decode_report_key(scan.key()), request.period);
       scan.next()) {
    if (article++ % answer.sampled == 0) graph.add(decode_report(scan.value()));
  }
  answer.entities = graph.rank(database, request);
  return answer;
}

}  // namespace graph
