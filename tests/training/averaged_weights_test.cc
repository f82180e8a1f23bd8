#include "training/averaged_weights.h"

#include <doctest/doctest.h>

#include <array>
#include <map>

using namespace training;

TEST_CASE("scores are those of the updates so far") {
  AveragedWeights weights;
  weights.update(10, 0, 1.0F);
  weights.update(10, 2, -1.0F);
  weights.update(10, 2, -1.0F);
  weights.update(11, 1, 3.0F);
  std::array<float, 3> scores{};
  const std::array<models::Feature, 3> features = {10, 11, 12};
  weights.add_all(features, scores);
  CHECK(scores == std::array<float, 3>{1.0F, 3.0F, -2.0F});
}

TEST_CASE("an average counts how long a weight stood") {
  AveragedWeights weights;  // before the first example all weights are 0
  weights.update(10, 0, 8.0F);
  weights.end_example();
  weights.end_example();
  weights.update(10, 0, -4.0F);
  weights.end_example();
  const auto average = weights.average();
  REQUIRE(average.size() == 1);
  CHECK(average[0].weight == doctest::Approx((8 + 8 + 4) / 4.0));
}

TEST_CASE("thousands of features keep their own weights") {
  AveragedWeights weights;
  for (uint64_t i = 0; i < 100'000; ++i) {
    weights.update(models::mix(1, i), static_cast<uint16_t>(i % 5), 2.0F);
    weights.update(models::mix(1, i), 5, static_cast<float>(i));
  }
  for (const uint64_t i : {uint64_t{0}, uint64_t{54'321}, uint64_t{99'999}}) {
    std::array<float, 6> scores{};
    weights.add(models::mix(1, i), scores);
    CHECK(scores[i % 5] == 2.0F);
    CHECK(scores[5] == static_cast<float>(i));
  }
}
