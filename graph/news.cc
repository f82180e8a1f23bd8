#include "graph/news.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "graph/database.h"
#include "graph/edge_scan.h"
#include "graph/edge_summary.h"
#include "graph/edge_view.h"
#include "graph/entity_lookup.h"
#include "graph/evidence_reader.h"
#include "graph/input_records.h"
#include "graph/ranking.h"
#include "graph/report_rows.h"

namespace graph {
namespace {

constexpr int64_t kSecondsOfDay = 86400;
// The newest articles that are looked at, and the evidence of an edge.
constexpr size_t kArticlesRead = 5000;
constexpr size_t kEvidenceRead = 200;

struct FoundEdge {
  Edge edge;
  double strength = 0;
  std::vector<EvidenceRecord> evidence;
};

// Whole days (UTC), the last one that of the newest report.
Period last_days(text::Timestamp newest, uint32_t days) {
  const int64_t day = static_cast<int64_t>(newest) / kSecondsOfDay;
  return {text::Timestamp{(day + 1 - int64_t{days}) * kSecondsOfDay},
          text::Timestamp{(day + 1) * kSecondsOfDay}};
}

class NewsReader {
 public:
  NewsReader(const Database& database, const NewsRequest& request)
      : database_(database), request_(request), evidence_(database) {}

  NewsAnswer read() {
    NewsAnswer answer;
    const OptionalTime newest = database_.catalogue().newest_report();
    if (!newest) return answer;
    answer.period = last_days(*newest, request_.days);
    period_ = answer.period;
    collect();
    answer.is_cut = is_cut_;
    add_entities(answer);
    add_edges(answer);
    return answer;
  }

 private:
  void collect() {
    size_t read = 0;
    for (auto scan = database_.scan(Column::kReports, ""); scan.valid();
         scan.next()) {
      const ReportKey key = decode_report_key(scan.key());
      if (!key.published || *key.published < *period_.from) return;
      if (*key.published >= *period_.to) continue;
      if (++read > kArticlesRead) {
        is_cut_ = true;
        return;
      }
      for (const ReportedEdge& edge : decode_report(scan.value()).edges) {
        edges_.insert(edge);
      }
      const auto article =
          database_.get(Column::kArticles, article_key(key.article));
      if (!article) continue;
      const ArticleHead head = decode_article_head(*article);
      for (size_t i = 0; i < head.entity_count(); ++i) {
        entities_.insert(head.entity(i));
      }
    }
  }

  void add_entities(NewsAnswer& answer) const {
    std::vector<NewEntity> found;
    for (const EntityId entity : entities_) {
      // An id that curators united with another one has no record.
      const auto record = find_entity(database_, entity);
      if (!record || !period_.contains(record->first_reported)) continue;
      found.push_back({summarize(*record), record->first_reported});
    }
    std::ranges::sort(found, {}, [](const NewEntity& one) {
      return std::tuple(-int64_t{one.entity.story_count},
                        std::string_view(one.entity.id));
    });
    answer.entity_total = found.size();
    const size_t begin = std::min<size_t>(request_.offset, found.size());
    const size_t end = std::min(found.size(), begin + request_.limit);
    for (size_t i = begin; i < end; ++i) {
      answer.entities.push_back(std::move(found[i]));
    }
  }

  void add_edges(NewsAnswer& answer) {
    std::vector<FoundEdge> found;
    for (const ReportedEdge& edge : edges_) {
      auto news = tell(edge);
      if (news) found.push_back(*std::move(news));
    }
    std::ranges::stable_sort(found, std::ranges::greater(),
                             &FoundEdge::strength);
    answer.edge_total = found.size();
    const size_t begin = std::min<size_t>(request_.offset, found.size());
    const size_t end = std::min(found.size(), begin + request_.limit);
    for (size_t i = begin; i < end; ++i) {
      answer.edges.push_back(show(std::move(found[i])));
    }
  }

  // Nothing where it was reported before.
  std::optional<FoundEdge> tell(const ReportedEdge& edge) const {
    auto records = read_evidence(
        database_, {edge.source, edge.type, edge.target}, kEvidenceRead);
    const bool is_new =
        !records.empty() &&
        std::ranges::all_of(records, [&](const EvidenceRecord& record) {
          return period_.contains(record.published);
        });
    if (!is_new) return std::nullopt;
    EdgeSummary summary = summarize_edge(std::move(records));
    FoundEdge found;
    found.edge = make_edge(edge.type, summary.edge);
    found.edge.source = summary_at(database_, edge.source);
    found.edge.target = summary_at(database_, edge.target);
    found.strength = edge_strength(edge.type, summary.edge,
                                   database_.catalogue().newest_report());
    found.evidence = std::move(summary.evidence);
    return found;
  }

  Edge show(FoundEdge found) {
    const EvidenceKey key = evidence_of(found.edge);
    found.edge.evidence.push_back(
        evidence_.of_record(found.evidence.front(), key.source, key.target));
    return std::move(found.edge);
  }

  const Database& database_;
  const NewsRequest& request_;
  EvidenceReader evidence_;
  Period period_;
  std::set<EntityId> entities_;
  std::set<ReportedEdge> edges_;
  bool is_cut_ = false;
};

}  // namespace

NewsAnswer find_news(const Database& database, const NewsRequest& request) {
  NewsRequest bounded = request;
  bounded.days = std::clamp(request.days, 1u, kMaxNewDays);
  return NewsReader(database, bounded).read();
}

}  // namespace graph
