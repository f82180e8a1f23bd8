// Learns the weights of a models::LabelChain from labelled sentences.

#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "models/feature_weights.h"
#include "models/label_chain.h"
#include "training/learned_weights.h"

namespace training {

// A sentence: of each token its features and the labels it may have.
struct ChainExample {
  static constexpr uint32_t kAnyLabel = (1U << models::kNameLabelCount) - 1;

  std::vector<std::vector<models::Feature>> features;
  std::vector<uint32_t> allowed;  // a bit each label
};

struct ChainSettings {
  int epochs = 12;
  uint32_t min_count = 2;  // of a feature, in tokens
  double rate = 0.1;       // these three: see McMahan et al. 2013
  double l1 = 0.1;
  double l2 = 0.1;
};

// Maximises the likelihood of the allowed labels by FTRL-Proximal (McMahan et
// al. 2013), which leaves most weights exactly zero. Deterministic.
class ChainLearner {
 public:
  ChainLearner(std::vector<ChainExample> examples, ChainSettings settings);

  void learn();

  // Logarithms; those of labels that may not follow are of no meaning.
  models::LabelTransitions transitions() const;
  std::vector<LearnedWeight> weights() const;  // zeros left out
  // The scores of sentences that may not be among the examples.
  std::vector<models::LabelScores> score(
      std::span<const std::vector<models::Feature>> tokens) const;

 private:
  static constexpr size_t kLabels = models::kNameLabelCount;
  // One weight and what FTRL-Proximal keeps of its gradients.
  struct Weight {
    float value = 0;
    float z = 0;
    float n = 0;
  };
  using Row = std::array<Weight, kLabels>;
  using Indexed = std::vector<std::vector<uint32_t>>;

  models::LabelScores score_token(std::span<const uint32_t> features) const;
  void learn_from(const Indexed& tokens, std::span<const uint32_t> allowed);
  void update(Weight& weight, double gradient) const;

  ChainSettings settings_;
  std::unordered_map<models::Feature, uint32_t> index_;
  std::vector<models::Feature> features_;  // by row
  std::vector<Row> rows_;
  std::array<Row, kLabels> transitions_{};
  std::vector<Indexed> examples_;
  std::vector<std::vector<uint32_t>> allowed_;
};

}  // namespace training
