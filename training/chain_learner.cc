#include "training/chain_learner.h"

#include <cmath>
#include <numeric>
#include <random>

#include "models/cjk_chain.h"

namespace training {
namespace {

using models::LabelChain;
using models::LabelScores;
using models::LabelTransitions;

constexpr double kBeta = 1;  // steadies the first steps of each weight
constexpr float kNoGradient = 1e-4F;

}  // namespace

ChainLearner::ChainLearner(std::vector<ChainExample> examples,
                           ChainSettings settings)
    : settings_(settings) {
  std::unordered_map<models::Feature, uint32_t> counts;
  for (const ChainExample& example : examples) {
    for (const auto& token : example.features) {
      for (const models::Feature feature : token) ++counts[feature];
    }
  }
  for (ChainExample& example : examples) {
    Indexed& tokens = examples_.emplace_back();
    for (const auto& token : example.features) {
      auto& indexed = tokens.emplace_back();
      for (const models::Feature feature : token) {
        if (counts[feature] < settings_.min_count) continue;
        const auto [found, created] = index_.try_emplace(
            feature, static_cast<uint32_t>(features_.size()));
        if (created) features_.push_back(feature);
        indexed.push_back(found->second);
      }
    }
    allowed_.push_back(std::move(example.allowed));
  }
  rows_.resize(features_.size());
}

void ChainLearner::learn() {
  std::mt19937 random(7);
  std::vector<size_t> order(examples_.size());
  std::iota(order.begin(), order.end(), size_t{0});
  for (int epoch = 0; epoch < settings_.epochs; ++epoch) {
    for (size_t i = order.size(); i > 1; --i) {
      std::swap(order[i - 1], order[random() % i]);
    }
    for (const size_t i : order) learn_from(examples_[i], allowed_[i]);
  }
}

LabelScores ChainLearner::score_token(
    std::span<const uint32_t> features) const {
  LabelScores scores{};
  for (const uint32_t feature : features) {
    const Row& row = rows_[feature];
    for (size_t y = 0; y < kLabels; ++y) scores[y] += row[y].value;
  }
  return scores;
}

void ChainLearner::learn_from(const Indexed& tokens,
                              std::span<const uint32_t> allowed) {
  std::vector<LabelScores> scores;
  for (const auto& token : tokens) scores.push_back(score_token(token));
  const LabelTransitions possible = models::chain_weights(transitions());
  const LabelChain free(scores, possible);
  const LabelChain bound(scores, allowed, possible);
  std::array<std::array<double, kLabels>, kLabels> pairs{};
  for (size_t t = 0; t < tokens.size(); ++t) {
    const LabelScores expected = free.marginals(t);
    const LabelScores wanted = bound.marginals(t);
    for (size_t y = 0; y < kLabels; ++y) {
      const float gradient = expected[y] - wanted[y];
      if (std::abs(gradient) < kNoGradient) continue;
      for (const uint32_t feature : tokens[t]) {
        update(rows_[feature][y], gradient);
      }
    }
    if (t + 1 == tokens.size()) break;
    for (uint8_t from = 0; from < kLabels; ++from) {
      for (uint8_t to = 0; to < kLabels; ++to) {
        if (!models::may_follow(from, to)) continue;
        pairs[from][to] += free.pair(t, from, to) - bound.pair(t, from, to);
      }
    }
  }
  for (uint8_t from = 0; from < kLabels; ++from) {
    for (uint8_t to = 0; to < kLabels; ++to) {
      if (pairs[from][to] != 0) update(transitions_[from][to], pairs[from][to]);
    }
  }
}

void ChainLearner::update(Weight& weight, double gradient) const {
  const double n = weight.n;
  const double grown = n + gradient * gradient;
  const double sigma = (std::sqrt(grown) - std::sqrt(n)) / settings_.rate;
  const double z = weight.z + gradient - sigma * weight.value;
  weight.n = static_cast<float>(grown);
  weight.z = static_cast<float>(z);
  if (std::abs(z) <= settings_.l1) {
    weight.value = 0;
    return;
  }
  const double step =
      (kBeta + std::sqrt(grown)) / settings_.rate + settings_.l2;
  const double value = -(z - std::copysign(settings_.l1, z)) / step;
  weight.value = static_cast<float>(value);
}

LabelTransitions ChainLearner::transitions() const {
  LabelTransitions transitions{};
  for (size_t from = 0; from < kLabels; ++from) {
    for (size_t to = 0; to < kLabels; ++to) {
      transitions[from][to] = transitions_[from][to].value;
    }
  }
  return transitions;
}

std::vector<LearnedWeight> ChainLearner::weights() const {
  std::vector<LearnedWeight> weights;
  for (size_t i = 0; i < rows_.size(); ++i) {
    for (uint16_t y = 0; y < kLabels; ++y) {
      const float value = rows_[i][y].value;
      if (value != 0) weights.push_back({features_[i], y, value});
    }
  }
  return weights;
}

std::vector<LabelScores> ChainLearner::score(
    std::span<const std::vector<models::Feature>> tokens) const {
  std::vector<LabelScores> scores;
  for (const auto& token : tokens) {
    std::vector<uint32_t> known;
    for (const models::Feature feature : token) {
      const auto found = index_.find(feature);
      if (found != index_.end()) known.push_back(found->second);
    }
    scores.push_back(score_token(known));
  }
  return scores;
}

}  // namespace training
