#include "models/relation_classifier.h"

#include <algorithm>
#include <cmath>

#include "text/error.h"

namespace models {
namespace {

using text::EntityType;

constexpr std::array<std::string_view, kPairLabelCount> kNames = {
    "affiliated",       "leads",      "member_of", "founded",
    "headquartered_in", "located_in", "lives_in",  "subsidiary_of",
};

bool is_body(EntityType type) {
  return type == EntityType::kCompany || type == EntityType::kGovernment ||
         type == EntityType::kOrganization;
}

}  // namespace

std::string_view to_string(PairLabel label) {
  return kNames[static_cast<size_t>(label)];
}

bool may_bear(PairLabel label, EntityType source, EntityType target) {
  const bool person = source == EntityType::kPerson;
  const bool in_place = target == EntityType::kPlace;
  switch (label) {
    case PairLabel::kAffiliated:
    case PairLabel::kLeads:
    case PairLabel::kMember:
    case PairLabel::kFounded:
      return person && is_body(target);
    case PairLabel::kHeadquarteredIn:
      return is_body(source) && in_place;
    case PairLabel::kLocatedIn:
      return in_place &&
             (source == EntityType::kPlace || source == EntityType::kFacility);
    case PairLabel::kLivesIn:
      return person && in_place;
    case PairLabel::kSubsidiaryOf:
      return is_body(source) && is_body(target);
  }
  return false;
}

RelationClassifier::Regressions::Regressions(const ModelFile& file,
                                             const std::string& name)
    : weights(file, name), calibrations() {
  const auto values = file.numbers(name + ".sigmoid", 2 * calibrations.size());
  if (weights.label_count() > calibrations.size()) {
    throw text::InputError("the classifier `" + name + "` has other labels");
  }
  for (size_t i = 0; i < calibrations.size(); ++i) {
    calibrations[i] = {values[2 * i], values[2 * i + 1]};
  }
}

RelationClassifier::RelationClassifier(const std::filesystem::path& path,
                                       const WordClasses& classes)
    : file_(path, "relations"),
      words_(file_, "words"),
      trees_(file_, "trees"),
      classes_(&classes) {}

std::vector<ScoredPair> RelationClassifier::classify(
    const RelationSentence& sentence,
    std::span<const MentionPair> pairs) const {
  std::vector<ScoredPair> scored;
  if (pairs.empty()) return scored;
  const Regressions& model = sentence.tree.empty() ? words_ : trees_;
  const RelationFeatures features(sentence, *classes_);
  std::vector<Feature> found;
  for (const MentionPair pair : pairs) {
    features.find(pair, found);
    std::array<int32_t, kPairLabelCount> sums{};
    model.weights.add_all(found, sums);
    ScoredPair& result = scored.emplace_back(ScoredPair{pair, {}});
    for (size_t i = 0; i < sums.size(); ++i) {
      const auto label = static_cast<PairLabel>(i);
      if (!may_bear(label, sentence.mentions[pair.source].type,
                    sentence.mentions[pair.target].type)) {
        continue;
      }
      const Calibration& sigmoid = model.calibrations[i];
      const float score = static_cast<float>(sums[i]) / model.weights.scale();
      result.confidence[i] =
          1 / (1 + std::exp(-sigmoid.slope * score - sigmoid.offset));
    }
  }
  return scored;
}

}  // namespace models
