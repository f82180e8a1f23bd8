#include "graph/edge_summary.h"

#include <algorithm>
#include <cassert>
#include <set>
#include <tuple>

namespace graph {
namespace {

using text::ArticleId;

// Smaller is better.
auto quality(const EvidenceRecord& item) {
  return std::tuple(-item.confidence, ~encode_time(item.published),
                    item.article, item.sentence, item.negated, item.modality,
                    std::string_view(item.rule), std::string_view(item.date));
}

void keep_one_per_sentence(std::vector<EvidenceRecord>& all) {
  if (all.size() == 1) return;
  std::set<std::pair<ArticleId, uint32_t>> seen;
  std::erase_if(all, [&](const EvidenceRecord& item) {
    return !seen.emplace(item.article, item.sentence).second;
  });
}

// Moves the best of each story to the front, keeping the order; returns how
// many there are.
size_t put_stories_first(std::vector<EvidenceRecord>& all) {
  if (all.size() == 1) return 1;
  std::set<ArticleId> seen;
  std::vector<EvidenceRecord> first;
  std::vector<EvidenceRecord> rest;
  for (EvidenceRecord& item : all) {
    auto& part = seen.insert(item.story).second ? first : rest;
    part.push_back(std::move(item));
  }
  const size_t count = first.size();
  all = std::move(first);
  std::ranges::move(rest, std::back_inserter(all));
  return count;
}

void note_times(const std::vector<EvidenceRecord>& all, EdgeRecord& edge) {
  for (const EvidenceRecord& item : all) {
    if (!item.published) continue;
    if (!edge.first_reported || *item.published < *edge.first_reported) {
      edge.first_reported = item.published;
    }
    if (!edge.last_reported || *item.published > *edge.last_reported) {
      edge.last_reported = item.published;
    }
  }
}

}  // namespace

EdgeSummary summarize_edge(std::vector<EvidenceRecord> all) {
  assert(!all.empty());
  std::ranges::sort(all, {}, quality);
  keep_one_per_sentence(all);
  const size_t stories = put_stories_first(all);
  const auto rest = all.begin() + static_cast<std::ptrdiff_t>(stories);

  EdgeRecord edge;
  const auto denying = static_cast<uint32_t>(
      std::count_if(all.begin(), rest,
                    [](const EvidenceRecord& item) { return item.negated; }));
  const auto stating = static_cast<uint32_t>(stories) - denying;
  edge.negated = denying > stating;
  edge.story_count = std::max(denying, stating);
  edge.opposing_story_count = std::min(denying, stating);
  const auto prevails = [&](const EvidenceRecord& item) {
    return item.negated == edge.negated;
  };
  std::stable_partition(all.begin(), rest, prevails);
  std::stable_partition(rest, all.end(), prevails);
  note_times(all, edge);

  double doubt = 1;
  edge.modality = text::Modality::kRumoured;
  for (auto item = all.begin(); item != all.end(); ++item) {
    if (!prevails(*item)) continue;
    edge.modality = std::min(edge.modality, item->modality);
    if (item < rest) doubt *= 1 - double(item->confidence);
  }
  edge.confidence = static_cast<float>(1 - doubt);

  return {edge, std::move(all)};
}

}  // namespace graph
