#include "training/learned_weights.h"

#include <doctest/doctest.h>

#include <array>
#include <fstream>
#include <iterator>
#include <string>

#include "tests/temporary_directory.h"

using namespace training;

namespace {

constexpr models::Feature kZinc = models::mix(1, 10);
constexpr models::Feature kLead = models::mix(1, 20);
constexpr models::Feature kTin = models::mix(1, 30);
constexpr models::Feature kGold = models::mix(1, 40);

std::filesystem::path write(const std::filesystem::path& path,
                            std::vector<LearnedWeight> weights,
                            size_t max_count) {
  models::ModelFileWriter writer("sample");
  add_weights(writer, "w", std::move(weights), max_count);
  writer.write(path);
  return path;
}

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

const std::vector<LearnedWeight> kWeights = {
    {kLead, 1, -4.0}, {kZinc, 0, 2.0}, {kTin, 2, 0.5}, {kZinc, 3, 1.0}};

}  // namespace

TEST_CASE("weights are read back in the unit in which they were learned") {
  const TemporaryDirectory folder;
  const models::ModelFile file(write(folder / "m.bin", kWeights, 100),
                               "sample");
  const models::FeatureWeights weights(file, "w");
  std::array<int32_t, 4> scores{};
  weights.add(kZinc, scores);
  weights.add(kLead, scores);
  CHECK(static_cast<float>(scores[0]) / weights.scale() ==
        doctest::Approx(2.0).epsilon(0.001));
  CHECK(static_cast<float>(scores[1]) / weights.scale() ==
        doctest::Approx(-4.0).epsilon(0.001));
}

TEST_CASE("the weights nearest to zero are dropped") {
  const TemporaryDirectory folder;
  const models::ModelFile file(write(folder / "m.bin", kWeights, 2), "sample");
  const models::FeatureWeights weights(file, "w");
  CHECK(weights.row(kLead).size() == 1);
  CHECK(weights.row(kZinc).size() == 1);
  CHECK(weights.row(kTin).empty());
}

TEST_CASE("a feature of many labels scores them as one of few does") {
  std::vector<LearnedWeight> many = kWeights;
  for (uint16_t label = 0; label < 60; ++label) {
    many.push_back({kGold, label, label - 30.0});
  }
  const TemporaryDirectory folder;
  const models::ModelFile file(write(folder / "m.bin", many, 100), "sample");
  const models::FeatureWeights weights(file, "w");
  CHECK(weights.label_count() == 60);
  std::array<int32_t, 60> scores{};
  const std::array<models::Feature, 3> features = {kGold, kLead, kTin};
  weights.add_all(features, scores);
  const auto learned = [&](size_t label) {
    return static_cast<float>(scores[label]) / weights.scale();
  };
  CHECK(learned(0) == doctest::Approx(-30.0).epsilon(0.001));
  CHECK(learned(1) == doctest::Approx(-29.0 - 4.0).epsilon(0.001));
  CHECK(learned(59) == doctest::Approx(29.0).epsilon(0.001));
}

TEST_CASE("the mean of runs counts what one did not learn as nothing") {
  const auto mean =
      mean_of({{{kZinc, 0, 2.0}}, {{kZinc, 0, 4.0}, {kTin, 1, 1.0}}});
  REQUIRE(mean.size() == 2);
  const size_t zinc = mean[0].feature == kZinc ? 0 : 1;
  CHECK(mean[zinc].weight == doctest::Approx(3.0));
  CHECK(mean[1 - zinc].weight == doctest::Approx(0.5));
}

TEST_CASE("the order of the weights does not change the file") {
  const TemporaryDirectory folder;
  const std::vector<LearnedWeight> reversed(kWeights.rbegin(), kWeights.rend());
  CHECK(bytes_of(write(folder / "a.bin", kWeights, 3)) ==
        bytes_of(write(folder / "b.bin", reversed, 3)));
}

TEST_CASE("no weights at all are a model that knows nothing") {
  const TemporaryDirectory folder;
  const models::ModelFile file(write(folder / "m.bin", {}, 2), "sample");
  CHECK(models::FeatureWeights(file, "w").row(kZinc).empty());
}
