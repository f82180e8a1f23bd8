// Learns the weights of the name tagger: a linear-chain conditional random
// field by stochastic gradients with a rate of its own for each weight
// (AdaGrad: Duchi, Hazan and Singer 2011). Where a set does not say what a
// word is, all labels that it may have count together.

#pragma once

#include <cstdint>
#include <random>
#include <span>
#include <vector>

#include "models/label_chain.h"

namespace training {

// A stretch of words that no name crosses.
struct NameExample {
  struct Word {
    std::vector<uint32_t> features;  // by number
    // Features [0, identity_end) and [identity_end, lists_end) may be hidden.
    uint32_t identity_end = 0;
    uint32_t lists_end = 0;
    uint32_t allowed = 0;        // bit: label
    models::LabelScores base{};  // to which the features' weights are added
  };
  std::vector<Word> words;
  float weight = 1;
};

struct NameLearnerSettings {
  int epochs = 6;
  float rate = 0.06F;
  float l2 = 1e-5F;
  // How often the features of a word's identity, or of lists, are hidden.
  float hide_identity = 0.3F;
  float hide_lists = 0.15F;
  uint64_t seed = 1;
};

class NameLearner {
 public:
  // Features have numbers below `feature_count`.
  NameLearner(size_t feature_count, const NameLearnerSettings& settings);

  // Begins with the pairs of labels that `other` has learned.
  void start_from(const NameLearner& other);

  // Learns from the examples in a random order that depends on the seed only.
  // The weights are the mean of those after each epoch of the second half.
  void learn(std::span<const NameExample* const> examples);

  // With the word's base.
  models::LabelScores score(const NameExample::Word& word) const;
  std::vector<models::LabelScores> score(const NameExample& example) const;

  // By feature.
  std::span<const models::LabelScores> weights() const { return mean_; }
  const models::LabelTransitions& transitions() const { return transitions_; }

 private:
  struct Row {
    models::LabelScores weight{};
    models::LabelScores squares{};
  };

  std::vector<uint32_t> shown_features(const NameExample::Word& word);
  models::LabelScores score_rows(std::span<const uint32_t> features) const;
  void learn_from(const NameExample& example);
  void update_rows(std::span<const uint32_t> features,
                   const models::LabelScores& gradient);
  void update_transitions(const models::LabelChain& all,
                          const models::LabelChain& right, float weight);

  NameLearnerSettings settings_;
  std::vector<Row> rows_;
  std::vector<models::LabelScores> mean_;
  models::LabelTransitions pair_scores_{};
  models::LabelTransitions pair_squares_{};
  models::LabelTransitions transitions_{};
  std::mt19937_64 random_;
};

}  // namespace training
