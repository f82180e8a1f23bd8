#include "models/relation_classifier.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "tests/temporary_directory.h"
#include "text/error.h"

using namespace models;
using text::EntityType;

namespace {

WordClasses no_classes(const std::filesystem::path& path) {
  ModelFileWriter writer("classes");
  writer.add<ClassSlot>("slots", std::vector<ClassSlot>(2));
  writer.add<uint32_t>("paths", std::vector<uint32_t>());
  writer.write(path);
  return WordClasses(path);
}

// `Ada Park runs Zinco in Busan`
struct Sample {
  std::vector<std::string_view> words = {"Ada",   "Park", "runs",
                                         "Zinco", "in",   "Busan"};
  std::vector<Node> tree = {
      {2, Dependency::kNsubj}, {0, Dependency::kFlat}, {kNoHead},
      {2, Dependency::kObj},   {5, Dependency::kCase}, {2, Dependency::kObl}};
  std::vector<MentionSpan> mentions = {{0, 2, EntityType::kPerson},
                                       {3, 4, EntityType::kCompany},
                                       {5, 6, EntityType::kPlace}};
  RelationSentence view() const { return {words, tree, mentions}; }
};

constexpr MentionPair kRuns = {0, 1};

// A model in which the features of `pair` speak for `label`.
void write_model(const std::filesystem::path& path,
                 const std::vector<Feature>& features, PairLabel label,
                 size_t calibration_count) {
  std::vector<FeatureSlot> slots(features.size() * 2 + 1);
  const auto slot_count = static_cast<uint32_t>(slots.size());
  for (const Feature feature : features) {
    uint32_t at = first_slot(feature, slot_count);
    while (!slots[at].empty()) at = (at + 1) % slot_count;
    slots[at] = FeatureSlot::of(feature, {static_cast<uint16_t>(label), 100});
  }
  const std::array<FeatureWeights::Weight, 0> rows{};
  const std::array<float, 1> scale = {1000.0F};
  ModelFileWriter writer("relations");
  for (const std::string name : {"words", "trees"}) {
    writer.add<FeatureSlot>(name + ".slots", slots);
    writer.add<FeatureWeights::Weight>(name + ".rows", rows);
    writer.add<float>(name + ".scale", scale);
    writer.add<Calibration>(
        name + ".sigmoid",
        std::vector<Calibration>(calibration_count, {1.0F, -2.0F}));
  }
  writer.write(path);
}

}  // namespace

TEST_CASE("a person is paired with bodies and places, never the other way") {
  const Sample sample;
  const auto pairs = candidate_pairs(sample.words.size(), sample.mentions);
  CHECK(pairs == std::vector<MentionPair>{{0, 1}, {0, 2}, {1, 2}});
}

TEST_CASE("places and bodies are paired in both orders") {
  const std::vector<MentionSpan> mentions = {{0, 1, EntityType::kPlace},
                                             {2, 3, EntityType::kPlace}};
  CHECK(candidate_pairs(3, mentions).size() == 2);
}

TEST_CASE("a list of a hundred places has pairs linear in its length") {
  std::vector<MentionSpan> mentions;
  for (uint32_t i = 0; i < 100; ++i) {
    mentions.push_back({i, i + 1, EntityType::kPlace});
  }
  CHECK(candidate_pairs(100, mentions).size() < 100 * 30);
  CHECK(candidate_pairs(kMaxRelationWords + 1, mentions).empty());
}

TEST_CASE("what was learned of a pair is told as a probability") {
  const TemporaryDirectory folder;
  const WordClasses classes = no_classes(folder / "classes.bin");
  const Sample sample;
  std::vector<Feature> features;
  RelationFeatures(sample.view(), classes).find(kRuns, features);
  write_model(folder / "m.bin", features, PairLabel::kLeads, kPairLabelCount);
  const RelationClassifier classifier(folder / "m.bin", classes);

  const auto scored = classifier.classify(
      sample.view(), candidate_pairs(sample.words.size(), sample.mentions));
  REQUIRE(scored.size() == 3);
  CHECK(scored[0].pair == kRuns);
  const auto leads = static_cast<size_t>(PairLabel::kLeads);
  const auto lives = static_cast<size_t>(PairLabel::kLivesIn);
  CHECK(scored[0].confidence[leads] > 0.8F);
  CHECK(scored[0].confidence[lives] == 0.0F);
  CHECK(scored[1].confidence[leads] == 0.0F);
  CHECK(scored[1].confidence[lives] < 0.2F);
}

TEST_CASE("the way between two mentions tells pairs of like words apart") {
  const TemporaryDirectory folder;
  const WordClasses classes = no_classes(folder / "classes.bin");
  Sample sample;
  std::vector<Feature> with_tree;
  RelationFeatures(sample.view(), classes).find(kRuns, with_tree);
  sample.tree[3] = {5, Dependency::kNmod};
  std::vector<Feature> with_other_tree;
  RelationFeatures(sample.view(), classes).find(kRuns, with_other_tree);
  sample.tree.clear();
  std::vector<Feature> without_tree;
  RelationFeatures(sample.view(), classes).find(kRuns, without_tree);
  CHECK(with_tree != with_other_tree);
  CHECK(without_tree.size() < with_tree.size());
}

TEST_CASE("a model of other labels is refused") {
  const TemporaryDirectory folder;
  const WordClasses classes = no_classes(folder / "classes.bin");
  write_model(folder / "m.bin", {mix(1, 2)}, PairLabel::kLeads, 3);
  CHECK_THROWS_AS(RelationClassifier(folder / "m.bin", classes),
                  text::InputError);
}
