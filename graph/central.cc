#include "graph/central.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

#include "graph/catalogue.h"
#include "graph/database.h"
#include "graph/entity_lookup.h"
#include "graph/report_rows.h"
#include "text/error.h"

namespace graph {
namespace {

// Articles of a period that are counted; of more, every so many-th.
constexpr uint64_t kArticlesCounted = 5000;

// PageRank: how often the walk goes on instead of beginning anew anywhere, and
// how many steps it takes.
constexpr double kGoOn = 0.85;
constexpr int kSteps = 30;

// What the stories of a period say, each counted once.
class PeriodGraph {
 public:
  void add(const ReportRecord& report) {
    for (const ReportedEdge& edge : report.edges) {
      statements_.emplace_back(edge, report.story);
    }
  }

  // The entities of the statements that were added, by how they rank.
  std::vector<CentralEntity> rank(const Database& database,
                                  const CentralRequest& request) {
    count();
    const std::vector<double> scores = walk();
    std::vector<size_t> order(nodes_.size());
    std::iota(order.begin(), order.end(), size_t{0});
    std::ranges::sort(order, {}, [&](size_t i) {
      return std::tuple(-scores[i], nodes_[i].entity);
    });
    const auto& types = request.types;
    std::vector<CentralEntity> ranked;
    for (const size_t i : order) {
      if (ranked.size() == request.limit) break;
      EntitySummary entity = summary_at(database, nodes_[i].entity);
      if (!types.empty() &&
          std::ranges::find(types, entity.type) == types.end()) {
        continue;
      }
      ranked.push_back(
          {std::move(entity), scores[i], nodes_[i].stories, nodes_[i].edges});
    }
    return ranked;
  }

 private:
  struct Node {
    EntityId entity{};
    uint32_t stories = 0;
    uint32_t edges = 0;
  };

  void count() {
    keep_one_of_each(statements_);
    std::vector<EntityId> entities;
    for (const auto& [edge, story] : statements_) {
      entities.insert(entities.end(), {edge.source, edge.target});
    }
    keep_one_of_each(entities);
    for (const EntityId entity : entities) nodes_.push_back({entity, 0, 0});
    std::vector<std::pair<uint32_t, text::ArticleId>> told;
    const ReportedEdge* last = nullptr;
    for (const auto& [edge, story] : statements_) {
      const uint32_t source = number_of(edge.source);
      const uint32_t target = number_of(edge.target);
      ways_.emplace_back(source, target);
      told.insert(told.end(), {{source, story}, {target, story}});
      if (last == nullptr || *last != edge) {
        ++nodes_[source].edges;
        ++nodes_[target].edges;
      }
      last = &edge;
    }
    keep_one_of_each(told);
    for (const auto& [node, story] : told) ++nodes_[node].stories;
  }

  template <typename Value>
  static void keep_one_of_each(std::vector<Value>& values) {
    std::ranges::sort(values);
    const auto repeated = std::ranges::unique(values);
    values.erase(repeated.begin(), repeated.end());
  }

  uint32_t number_of(EntityId entity) const {
    return static_cast<uint32_t>(
        std::ranges::lower_bound(nodes_, entity, {}, &Node::entity) -
        nodes_.begin());
  }

  // PageRank over relations as ways in both directions, one for each story.
  std::vector<double> walk() const {
    const double all = static_cast<double>(nodes_.size());
    std::vector<double> degrees(nodes_.size());
    for (const auto& [source, target] : ways_) {
      ++degrees[source];
      ++degrees[target];
    }
    std::vector<double> scores(nodes_.size(), 1 / all);
    for (int step = 0; step < kSteps; ++step) {
      std::vector<double> next(nodes_.size(), (1 - kGoOn) / all);
      for (const auto& [source, target] : ways_) {
        next[target] += kGoOn * scores[source] / degrees[source];
        next[source] += kGoOn * scores[target] / degrees[target];
      }
      scores = std::move(next);
    }
    return scores;
  }

  std::vector<std::pair<ReportedEdge, text::ArticleId>> statements_;
  std::vector<Node> nodes_;                          // by entity
  std::vector<std::pair<uint32_t, uint32_t>> ways_;  // one for each statement
};

ReportRecord read_report(const Database& database, ArticleNumber number) {
  const Catalogue::Article& article = database.catalogue().article(number);
  const auto bytes = database.get(
      Column::kReports, encode(ReportKey{article.published, article.id}));
  if (!bytes) throw text::StorageError("reports", "an article is missing");
  return decode_report(*bytes);
}

}  // namespace

CentralAnswer find_central(const Database& database,
                           const CentralRequest& request) {
  const ArticleRange range = database.catalogue().published(request.period);
  CentralAnswer answer;
  answer.articles = range.end - range.begin;
  answer.sampled = std::max(
      1u, static_cast<uint32_t>((answer.articles + kArticlesCounted - 1) /
                                kArticlesCounted));
  PeriodGraph graph;
  for (uint32_t at = range.begin; at < range.end; at += answer.sampled) {
    graph.add(read_report(database, ArticleNumber{at}));
  }
  answer.entities = graph.rank(database, request);
  return answer;
}

}  // namespace graph
