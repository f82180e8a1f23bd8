#include "training/logistic_regression.h"

#include <cmath>
#include <random>

namespace training {

LogisticRegression::LogisticRegression(std::span<const Example> examples,
                                       size_t label_count,
                                       const Options& options)
    : label_count_(label_count), options_(options) {
  collect(examples);
  weights_.resize(features_.size() * label_count_);
  std::vector<size_t> order(examples.size());
  for (size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::mt19937_64 random(1);
  for (int pass = 0; pass < options_.passes; ++pass) {
    for (size_t i = order.size(); i > 1; --i) {
      std::swap(order[i - 1], order[random() % i]);
    }
    for (const size_t i : order) learn(examples[i]);
  }
}

void LogisticRegression::collect(std::span<const Example> examples) {
  std::unordered_map<models::Feature, uint32_t> counts;
  for (const Example& example : examples) {
    for (const models::Feature feature : example.features) ++counts[feature];
  }
  for (const Example& example : examples) {
    for (const models::Feature feature : example.features) {
      if (counts[feature] < options_.least_examples) continue;
      const auto next = static_cast<uint32_t>(features_.size());
      if (index_.emplace(feature, next).second) features_.push_back(feature);
    }
  }
}

double LogisticRegression::value(const Weight& weight) const {
  if (std::abs(weight.z) <= options_.l1) return 0;
  const double sign = weight.z < 0 ? -1 : 1;
  return (sign * options_.l1 - weight.z) /
         (std::sqrt(weight.n) / options_.rate + options_.l2);
}

std::vector<double> LogisticRegression::scores(
    std::span<const models::Feature> features) const {
  std::vector<double> scores(label_count_);
  for (const models::Feature feature : features) {
    const auto found = index_.find(feature);
    if (found == index_.end()) continue;
    for (size_t label = 0; label < label_count_; ++label) {
      scores[label] += value(weights_[found->second * label_count_ + label]);
    }
  }
  return scores;
}

void LogisticRegression::learn(const Example& example) {
  const std::vector<double> sums = scores(example.features);
  for (size_t label = 0; label < label_count_; ++label) {
    const Answer answer = example.answers[label];
    if (answer == Answer::kUnknown) continue;
    const double probability = 1 / (1 + std::exp(-sums[label]));
    const double truth = answer == Answer::kYes ? 1 : 0;
    const double gradient = (probability - truth) * example.weight;
    for (const models::Feature feature : example.features) {
      const auto found = index_.find(feature);
      if (found == index_.end()) continue;
      Weight& weight = weights_[found->second * label_count_ + label];
      const double before = value(weight);
      const double n = weight.n + gradient * gradient;
      const double step = (std::sqrt(n) - std::sqrt(weight.n)) / options_.rate;
      weight.z += gradient - step * before;
      weight.n = n;
    }
  }
}

std::vector<LearnedWeight> LogisticRegression::weights() const {
  std::vector<LearnedWeight> weights;
  for (size_t i = 0; i < weights_.size(); ++i) {
    const double weight = value(weights_[i]);
    if (weight == 0) continue;
    weights.push_back({features_[i / label_count_],
                       static_cast<uint16_t>(i % label_count_), weight});
  }
  return weights;
}

}  // namespace training
