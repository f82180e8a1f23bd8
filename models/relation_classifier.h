// Relations between the mentions of a sentence, by one logistic regression a
// relation over hashed features of a pair: one set of them for pairs of which
// only the words are known, another where the tree is too.

#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/feature_weights.h"
#include "models/model_file.h"
#include "models/relation_features.h"
#include "models/word_classes.h"

namespace models {

// What the classifier tells. Every one is a yes or no of its own: who founded
// a company may lead it too.
enum class PairLabel : uint8_t {
  kAffiliated,  // person -> body: works for it, leads it, is its member
  kLeads,       // as its chief executive
  kMember,      // of those affiliated, one who is a member, no employee
  kFounded,     // person or body -> body
  kHeadquarteredIn,
  kLocatedIn,  // place or facility -> place
  kLivesIn,
  kSubsidiaryOf,
};
inline constexpr int kPairLabelCount = 8;

std::string_view to_string(PairLabel label);  // `headquartered_in`

// True if a pair of these types may bear the label.
bool may_bear(PairLabel label, text::EntityType source,
              text::EntityType target);

// 0..1, by label; 0 for those that a pair may not bear.
using PairScores = std::array<float, kPairLabelCount>;

struct ScoredPair {
  MentionPair pair;
  PairScores confidence{};
};

// How a label's score becomes a probability (Platt 1999), measured on text
// that was not learned from.
struct Calibration {
  float slope = 1;
  float offset = 0;
};

// Immutable: any number of threads may call classify().
class RelationClassifier {
 public:
  // Borrows `classes`. Throws InputError if the file is no relation
  // classifier.
  RelationClassifier(const std::filesystem::path& path,
                     const WordClasses& classes);

  // What pairs of a sentence probably are, with its tree or without.
  std::vector<ScoredPair> classify(const RelationSentence& sentence,
                                   std::span<const MentionPair> pairs) const;

 private:
  struct Regressions {
    Regressions(const ModelFile& file, const std::string& name);

    FeatureWeights weights;
    std::array<Calibration, kPairLabelCount> calibrations;
  };

  ModelFile file_;
  Regressions words_;
  Regressions trees_;
  const WordClasses* classes_;
};

}  // namespace models
