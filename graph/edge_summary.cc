#include "graph/edge_summary.h"

#include <algorithm>
#include <cassert>
#include <set>
#include <tuple>

namespace graph {
namespace {

using text::ArticleId;

// Smaller is better.
auto quality(const StoryEvidence& item) {
  const EvidenceRecord& evidence = item.evidence;
  return std::tuple(-evidence.confidence, ~encode_time(item.published),
                    evidence.article, evidence.sentence, evidence.negated,
                    evidence.modality, std::string_view(evidence.rule),
                    std::string_view(evidence.date));
}

void keep_one_per_sentence(std::vector<StoryEvidence>& all) {
  std::set<std::pair<ArticleId, uint32_t>> seen;
  std::erase_if(all, [&](const StoryEvidence& item) {
    return !seen.emplace(item.evidence.article, item.evidence.sentence).second;
  });
}

// Moves the best of each story to the front, keeping the order; returns how
// many there are.
size_t put_stories_first(std::vector<StoryEvidence>& all) {
  std::set<ArticleId> seen;
  std::vector<StoryEvidence> first;
  std::vector<StoryEvidence> rest;
  for (StoryEvidence& item : all) {
    auto& part = seen.insert(item.story).second ? first : rest;
    part.push_back(std::move(item));
  }
  const size_t count = first.size();
  all = std::move(first);
  std::ranges::move(rest, std::back_inserter(all));
  return count;
}

void note_times(const std::vector<StoryEvidence>& all, EdgeRecord& edge) {
  for (const StoryEvidence& item : all) {
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

EdgeSummary summarize_edge(std::vector<StoryEvidence> all) {
  assert(!all.empty());
  std::ranges::sort(all, {}, quality);
  keep_one_per_sentence(all);
  const size_t stories = put_stories_first(all);
  const auto rest = all.begin() + static_cast<std::ptrdiff_t>(stories);

  EdgeRecord edge;
  const auto denying = static_cast<uint32_t>(std::count_if(
      all.begin(), rest,
      [](const StoryEvidence& item) { return item.evidence.negated; }));
  const auto stating = static_cast<uint32_t>(stories) - denying;
  edge.negated = denying > stating;
  edge.story_count = std::max(denying, stating);
  edge.opposing_story_count = std::min(denying, stating);
  const auto prevails = [&](const StoryEvidence& item) {
    return item.evidence.negated == edge.negated;
  };
  std::stable_partition(all.begin(), rest, prevails);
  std::stable_partition(rest, all.end(), prevails);
  note_times(all, edge);

  double doubt = 1;
  edge.modality = text::Modality::kRumoured;
  for (auto item = all.begin(); item != all.end(); ++item) {
    if (!prevails(*item)) continue;
    edge.modality = std::min(edge.modality, item->evidence.modality);
    if (item < rest) doubt *= 1 - double(item->evidence.confidence);
  }
  edge.confidence = static_cast<float>(1 - doubt);

  EdgeSummary summary{edge, {}};
  for (StoryEvidence& item : all) {
    summary.evidence.push_back(std::move(item.evidence));
  }
  return summary;
}

}  // namespace graph
