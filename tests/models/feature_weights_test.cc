#include "models/feature_weights.h"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <vector>

#include "tests/temporary_directory.h"
#include "text/error.h"

using namespace models;

namespace {

constexpr Feature kZinc = mix(1, hash_of("zinc"));
constexpr Feature kLead = mix(1, hash_of("lead"));
constexpr Feature kUnknown = mix(1, hash_of("unknown"));

ModelFile write_model(const std::filesystem::path& path,
                      const std::vector<FeatureSlot>& slots) {
  constexpr std::array<FeatureWeights::Weight, 2> rows = {{{0, 100}, {2, -7}}};
  constexpr std::array<float, 1> scale = {10.0F};
  ModelFileWriter writer("sample");
  writer.add<FeatureSlot>("w.slots", slots);
  writer.add<FeatureWeights::Weight>("w.rows", rows);
  writer.add<float>("w.scale", scale);
  writer.write(path);
  return {path, "sample"};
}

// Three slots, two of them full: looking anything up passes through others.
std::vector<FeatureSlot> crowded_slots() {
  std::vector<FeatureSlot> slots(3);
  slots[first_slot(kZinc, 3)] = FeatureSlot::of(kZinc, 0, 2);
  uint32_t at = first_slot(kLead, 3);
  while (!slots[at].empty()) at = (at + 1) % 3;
  slots[at] = FeatureSlot::of(kLead, {1, 40});
  return slots;
}

}  // namespace

TEST_CASE("a feature has the weights that were written for it") {
  const TemporaryDirectory folder;
  const ModelFile file = write_model(folder / "m.bin", crowded_slots());
  const FeatureWeights weights(file, "w");
  REQUIRE(weights.row(kZinc).size() == 2);
  CHECK(weights.row(kZinc)[1].label == 2);
  CHECK(weights.row(kZinc)[1].weight == -7);
  CHECK(weights.row(kLead).size() == 1);
  CHECK(weights.row(kUnknown).empty());
  CHECK(weights.scale() == 10.0F);
  CHECK(weights.label_count() == 3);
}

TEST_CASE("many features add up as they do one by one") {
  const TemporaryDirectory folder;
  const ModelFile file = write_model(folder / "m.bin", crowded_slots());
  const FeatureWeights weights(file, "w");
  std::vector<Feature> features(100, kUnknown);
  features[3] = kZinc;
  features[70] = kLead;
  features[71] = kZinc;
  std::array<int32_t, 3> together{};
  weights.add_all(features, together);
  CHECK(together == std::array<int32_t, 3>{200, 40, -14});
  std::array<int32_t, 3> single{};
  for (const Feature feature : features) weights.add(feature, single);
  CHECK(single == together);
}

TEST_CASE("a table that leads outside its file is refused") {
  const TemporaryDirectory folder;
  std::vector<FeatureSlot> slots = crowded_slots();
  slots[first_slot(kZinc, 3)] = FeatureSlot::of(kZinc, 1, 2);
  const ModelFile file = write_model(folder / "m.bin", slots);
  CHECK_THROWS_AS(FeatureWeights(file, "w"), text::InputError);
}

TEST_CASE("a table without an end is refused") {
  const TemporaryDirectory folder;
  const ModelFile file =
      write_model(folder / "m.bin",
                  std::vector<FeatureSlot>(3, FeatureSlot::of(kLead, {1, 40})));
  CHECK_THROWS_AS(FeatureWeights(file, "w"), text::InputError);
}
