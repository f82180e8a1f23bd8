// Logistic regressions over sparse binary features, one a label, learned side
// by side from examples of which not every label need be known.

#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "models/feature_weights.h"
#include "training/learned_weights.h"

namespace training {

enum class Answer : int8_t { kUnknown, kNo, kYes };

struct Example {
  std::vector<models::Feature> features;
  std::vector<Answer> answers;  // one a label
  float weight = 1;
};

// Learns by the proximal gradient method FTRL (McMahan et al. 2013): a step of
// its own for every weight, and weights that are not worth it stay zero.
class LogisticRegression {
 public:
  struct Options {
    int passes = 6;
    double rate = 0.08;
    double l1 = 0.3;
    double l2 = 1.0;
    // Features of fewer examples are not learned.
    uint32_t least_examples = 2;
  };

  // The same examples in the same order give the same weights.
  LogisticRegression(std::span<const Example> examples, size_t label_count,
                     const Options& options);

  // The log-odds of each label.
  std::vector<double> scores(std::span<const models::Feature> features) const;

  std::vector<LearnedWeight> weights() const;

 private:
  struct Weight {
    double z = 0;
    double n = 0;
  };
  void collect(std::span<const Example> examples);
  void learn(const Example& example);
  double value(const Weight& weight) const;

  size_t label_count_;
  Options options_;
  std::unordered_map<models::Feature, uint32_t> index_;
  std::vector<models::Feature> features_;  // by index
  std::vector<Weight> weights_;            // by index, then label
};

}  // namespace training
