#include "graph/ranking.h"

#include <doctest/doctest.h>

#include <utility>

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
  CHECK(log_likelihood_ratio({2, 12, 2, 130, 1}) ==
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

TEST_CASE("an association grows with the stories that name both") {
  double before = 0;
  for (const uint32_t both : {1u, 2u, 5u, 10u, 20u}) {
    const auto association = associate(stories(both, 40, 20, 1000));
    REQUIRE(association);
    CHECK(association->strength > before);
    before = association->strength;
  }
  CHECK(before < 1);
}

TEST_CASE("an archive a hundred times as large ranks the same") {
  const auto strength = [](const CooccurrenceCounts& counts) {
    return associate(counts)->strength;
  };
  const auto small = stories(10, 30, 20, 150);
  const auto large = stories(1000, 3000, 2000, 15000);
  CHECK(strength(large) == doctest::Approx(strength(small)).epsilon(0.1));
}

TEST_CASE("distance matters less the more stories name both") {
  const auto loss = [](uint32_t both) {
    const auto near = stories(both, 40, 20, 1000);
    auto far = near;
    std::swap(far.together[0], far.together[kClosenessCount - 1]);
    return associate(far)->strength / associate(near)->strength;
  };
  CHECK(loss(10) > loss(2));
  CHECK(loss(10) < 1);
}

TEST_CASE(
    "a strong relation of one story outranks what few stories name with") {
  const double stated =
      blend(edge_strength(text::RelationType::kOwns,
                          edge(text::Modality::kAsserted, 1), {}),
            0);
  const auto few = associate(stories(3, 30, 6, 150));
  const auto many = associate(stories(28, 30, 29, 150));
  CHECK(stated > blend(0, few->strength));
  CHECK(stated < blend(0, many->strength));
}

TEST_CASE("a relation to what most stories name tells less") {
  CHECK(tell(0.8, 0.5) < tell(0.8, 0.1));
  CHECK(tell(0.8, 0) == doctest::Approx(0.8));
}

TEST_CASE("a walk and a path raise what is associated") {
  const Reach walked{.walked = 0.5, .path = 0};
  const Reach both{.walked = 0.5, .path = 0.5};
  CHECK(raise(0.2, 0.1, walked) > 0.2);
  CHECK(raise(0.2, 0.1, both) > raise(0.2, 0.1, walked));
  CHECK(raise(0.2, 0.4, both) > raise(0.2, 0.1, both));
  CHECK(raise(0.2, 0, both) == doctest::Approx(0.2));
}

TEST_CASE("a path over one of few ties tells more") {
  CHECK(path_strength(0.8, 0.9, 3) > path_strength(0.8, 0.9, 3000));
}

TEST_CASE("the fewer share a tie, the more it tells") {
  CHECK(shared_strength(0.5, 2) == doctest::Approx(0.5));
  CHECK(shared_strength(0.5, 20) < shared_strength(0.5, 3));
}

TEST_CASE("an old report weighs less than a new one, but never nothing") {
  const auto at = [](const char* time) { return text::parse_rfc3339(time); };
  const auto newest = at("2026-01-01T00:00:00Z");
  CHECK(recency(newest, newest) == doctest::Approx(1));
  CHECK(recency(at("2024-07-02T12:00:00Z"), newest) ==
        doctest::Approx((1 + kOldReport) / 2).epsilon(0.001));
  CHECK(recency(at("1990-01-01T00:00:00Z"), newest) ==
        doctest::Approx(kOldReport).epsilon(0.001));
  CHECK(recency({}, newest) < recency(newest, newest));
  CHECK(recency({}, newest) > recency(at("1990-01-01T00:00:00Z"), newest));
  CHECK(recency({}, {}) == 1);
}

TEST_CASE("the further one of a type gives way to the first of another") {
  CHECK(diversify(0.7, 0) == doctest::Approx(0.7));
  CHECK(diversify(0.7, 3) < diversify(0.5, 0));
  CHECK(diversify(0.7, 3) > diversify(0.6, 3));
}

TEST_CASE("rumours, denials and single stories weigh less") {
  using text::Modality;
  using text::RelationType;
  const auto strength = [](const EdgeRecord& record) {
    return edge_strength(RelationType::kAcquires, record, {});
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
