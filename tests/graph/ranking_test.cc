#include "graph/ranking.h"

#include <doctest/doctest.h>

namespace graph {
namespace {

// Stories that name both in one sentence, the one, the other, and all.
CooccurrenceCounts stories(uint32_t both, uint32_t first, uint32_t second,
                           uint32_t all) {
  CooccurrenceCounts counts;
  counts.together[static_cast<int>(Closeness::kSentence)] = both;
  counts.first = first;
  counts.second = second;
  counts.all = all;
  return counts;
}

EdgeRecord edge(text::Modality modality, uint32_t story_count) {
  EdgeRecord record;
  record.modality = modality;
  record.confidence = 0.9f;
  record.story_count = story_count;
  return record;
}

}  // namespace

TEST_CASE("the log-likelihood ratio is Dunning's") {
  // 2 * sum of k * ln(k / expected) over the table 2 10 / 0 118.
  CHECK(log_likelihood_ratio(stories(2, 12, 2, 130)) ==
        doctest::Approx(9.853).epsilon(0.001));
}

TEST_CASE("names together as often as chance has it is no association") {
  CHECK_FALSE(associate(stories(5, 50, 10, 100)));
  CHECK_FALSE(associate(stories(3, 50, 10, 100)));
}

TEST_CASE("what every story names is not associated with anything") {
  CHECK_FALSE(associate(stories(12, 12, 130, 130)));
  const auto rare = associate(stories(4, 12, 5, 130));
  const auto frequent = associate(stories(9, 12, 70, 130));
  REQUIRE(rare);
  REQUIRE(frequent);
  CHECK(rare->strength > frequent->strength);
  CHECK(rare->lift == doctest::Approx(4 * 130.0 / (12 * 5)));
}

TEST_CASE("one story counts only where the names stand near each other") {
  CooccurrenceCounts counts;
  counts.together[static_cast<int>(Closeness::kArticle)] = 1;
  counts.first = counts.second = 2;
  counts.all = 100;
  CHECK_FALSE(associate(counts));
  counts.together[static_cast<int>(Closeness::kArticle)] = 0;
  counts.together[static_cast<int>(Closeness::kAdjacentSentences)] = 1;
  const auto adjacent = associate(counts);
  REQUIRE(adjacent);
  CHECK(adjacent->strength < associate(stories(1, 2, 2, 100))->strength);
}

TEST_CASE("a stated relation outranks any mere association") {
  const NeighbourEdge lies_in{text::RelationType::kLocatedIn, Side::kOut,
                              edge(text::Modality::kAsserted, 1)};
  const std::span edges(&lies_in, 1);
  CHECK(blend(edges, 0) > blend({}, 1));
  CHECK(blend(edges, 0.5) > blend(edges, 0));
}

TEST_CASE("rumours, denials and single stories weigh less") {
  using text::Modality;
  using text::RelationType;
  const auto strength = [](const EdgeRecord& record) {
    return edge_strength(RelationType::kAcquires, record);
  };
  CHECK(strength(edge(Modality::kAsserted, 1)) >
        strength(edge(Modality::kPlanned, 1)));
  CHECK(strength(edge(Modality::kPlanned, 1)) >
        strength(edge(Modality::kRumoured, 1)));
  CHECK(strength(edge(Modality::kAsserted, 3)) >
        strength(edge(Modality::kAsserted, 1)));
  EdgeRecord denied = edge(Modality::kAsserted, 1);
  denied.negated = true;
  CHECK(strength(denied) < strength(edge(Modality::kAsserted, 1)));
}

}  // namespace graph
