#include "graph/pair_pass.h"

#include <algorithm>

#include "graph/edge_summary.h"

namespace graph {
namespace {

using NumberedArticles = std::vector<std::pair<text::ArticleId, ArticleNumber>>;

// The articles of an edge, by id.
NumberedArticles number_articles(const PairEdge& edge) {
  NumberedArticles numbers;
  for (size_t i = 0; i < edge.articles.size(); ++i) {
    numbers.emplace_back(edge.evidence[i].article, edge.articles[i]);
  }
  std::ranges::sort(numbers);
  return numbers;
}

// Evidence as its edge's rows keep it.
std::vector<EvidenceEntry> list_entries(
    const std::vector<EvidenceRecord>& evidence,
    const NumberedArticles& numbers) {
  std::vector<EvidenceEntry> entries;
  for (const EvidenceRecord& record : evidence) {
    const auto number =
        std::ranges::lower_bound(numbers, record.article, {},
                                 [](const auto& pair) { return pair.first; });
    entries.push_back({number->second, record.sentence, record.modality,
                       record.negated, record.confidence, record.date,
                       record.rule});
  }
  return entries;
}

}  // namespace

PairPass::PairPass(Database& database, PartitionedSorter& pairs,
                   const std::vector<EntityTotals>& totals, uint64_t stories,
                   NeighbourRanking& ranking)
    : database_(database),
      pairs_(pairs),
      totals_(totals),
      stories_(stories),
      newest_(database.catalogue().newest_report()),
      ranking_(ranking),
      counts_(PartitionedSorter::kPartitions) {}

void PairPass::join(size_t partition, size_t lane) {
  TableWriter table(database_, Column::kEdges, partition);
  EdgeRowWriter rows(database_.catalogue(), table);
  auto records = pairs_.take(partition);
  while (records.valid()) {
    PairSummary summary = take_pair(records, database_.catalogue());
    const EntityPair pair = summary.pair;
    ranking_.add(lane, pair,
                 summarize(std::move(summary), rows, counts_[partition]));
  }
  table.finish();
  pairs_.drop(partition);
}

PairTies PairPass::summarize(PairSummary summary, EdgeRowWriter& rows,
                             Counts& counts) {
  PairTies ties;
  for (PairEdge& edge : summary.edges) {
    ties.edges.push_back(
        write_edge(summary.pair, std::move(edge), rows, counts));
  }
  ties.counts = summary.counts;
  ties.counts.first =
      totals_[static_cast<uint32_t>(summary.pair.first)].story_count;
  ties.counts.second =
      totals_[static_cast<uint32_t>(summary.pair.second)].story_count;
  ties.counts.all = static_cast<uint32_t>(stories_);
  ties.places = std::move(summary.places);
  ties.reports = std::move(summary.reports);
  return ties;
}

TiedEdge PairPass::write_edge(const EntityPair& pair, PairEdge edge,
                              EdgeRowWriter& rows, Counts& counts) {
  const NumberedArticles numbers = number_articles(edge);
  const EdgeSummary summary = summarize_edge(std::move(edge.evidence));
  rows.add({pair.first, pair.second, edge.type, edge.side}, summary.edge,
           list_entries(summary.evidence, numbers));
  ++counts.edges;
  counts.evidence += summary.evidence.size();
  std::ranges::sort(edge.articles);
  const auto repeated = std::ranges::unique(edge.articles);
  edge.articles.erase(repeated.begin(), repeated.end());
  const double strength = edge_strength(edge.type, summary.edge, newest_);
  return {edge.type, edge.side, summary.edge, strength,
          std::move(edge.articles)};
}

uint64_t PairPass::edge_count() const {
  uint64_t sum = 0;
  for (const Counts& counts : counts_) sum += counts.edges;
  return sum;
}

uint64_t PairPass::evidence_count() const {
  uint64_t sum = 0;
  for (const Counts& counts : counts_) sum += counts.evidence;
  return sum;
}

}  // namespace graph
