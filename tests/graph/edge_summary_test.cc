#include "graph/edge_summary.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace graph {
namespace {

using text::Modality;

EvidenceRecord say(uint64_t story, uint64_t article, float confidence) {
  EvidenceRecord item;
  item.story = text::ArticleId{story};
  item.article = text::ArticleId{article};
  item.confidence = confidence;
  item.published = text::Timestamp{static_cast<int64_t>(article)};
  return item;
}

}  // namespace

TEST_CASE("reprints confirm nothing, other stories do") {
  const auto reprinted = summarize_edge({say(1, 1, 0.5f), say(1, 2, 0.5f)});
  CHECK(reprinted.edge.story_count == 1);
  CHECK(reprinted.edge.confidence == doctest::Approx(0.5));
  const auto confirmed = summarize_edge({say(1, 1, 0.5f), say(2, 2, 0.5f)});
  CHECK(confirmed.edge.story_count == 2);
  CHECK(confirmed.edge.confidence == doctest::Approx(0.75));
}

TEST_CASE("evidence comes one per story first, then the surer, the newer") {
  const auto summary = summarize_edge(
      {say(1, 1, 0.9f), say(1, 2, 0.8f), say(3, 3, 0.7f), say(4, 4, 0.7f)});
  std::vector<uint64_t> order;
  for (const auto& evidence : summary.evidence) {
    order.push_back(static_cast<uint64_t>(evidence.article));
  }
  CHECK(order == std::vector<uint64_t>{1, 4, 3, 2});
  CHECK(summary.edge.first_reported == text::Timestamp{1});
  CHECK(summary.edge.last_reported == text::Timestamp{4});
}

TEST_CASE("an edge is denied when more stories deny it than state it") {
  auto denial = say(1, 1, 0.9f);
  denial.negated = true;
  const auto tied = summarize_edge({denial, say(2, 2, 0.6f)});
  CHECK_FALSE(tied.edge.negated);
  CHECK(tied.edge.opposing_story_count == 1);
  CHECK_FALSE(tied.evidence.front().negated);

  auto again = denial;
  again.story = again.article = text::ArticleId{3};
  const auto denied = summarize_edge({denial, again, say(2, 2, 0.6f)});
  CHECK(denied.edge.negated);
  CHECK(denied.edge.story_count == 2);
  CHECK(denied.evidence.front().negated);
}

TEST_CASE("the firmest modality of the side that prevails is the edge's") {
  auto rumour = say(1, 1, 0.9f);
  rumour.modality = Modality::kRumoured;
  auto plan = say(2, 2, 0.6f);
  plan.modality = Modality::kPlanned;
  CHECK(summarize_edge({rumour, plan}).edge.modality == Modality::kPlanned);
}

TEST_CASE("the order of the evidence makes no difference") {
  std::vector<EvidenceRecord> all = {say(1, 1, 0.9f), say(1, 2, 0.8f),
                                     say(3, 3, 0.7f), say(4, 4, 0.7f)};
  const auto once = summarize_edge(all);
  std::ranges::reverse(all);
  const auto reversed = summarize_edge(all);
  CHECK(once.edge == reversed.edge);
  CHECK(once.evidence == reversed.evidence);
}

}  // namespace graph
