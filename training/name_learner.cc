#include "training/name_learner.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace training {
namespace {

using models::kNameLabelCount;
using models::LabelChain;
using models::LabelScores;

constexpr float kSmall = 1e-3F;  // gradients below it are not followed

bool is_small(const LabelScores& gradient) {
  return std::ranges::all_of(
      gradient, [](float part) { return std::abs(part) < kSmall; });
}

}  // namespace

NameLearner::NameLearner(size_t feature_count,
                         const NameLearnerSettings& settings)
    : settings_(settings),
      rows_(feature_count),
      mean_(feature_count),
      random_(settings.seed) {
  for (uint8_t left = 0; left < kNameLabelCount; ++left) {
    for (uint8_t right = 0; right < kNameLabelCount; ++right) {
      transitions_[left][right] = models::may_follow(left, right) ? 1.0F : 0;
    }
  }
}

void NameLearner::start_from(const NameLearner& other) {
  pair_scores_ = other.pair_scores_;
  transitions_ = other.transitions_;
}

void NameLearner::learn(std::span<const NameExample* const> examples) {
  std::vector<const NameExample*> order(examples.begin(), examples.end());
  const int averaged = std::max(1, settings_.epochs / 2);
  for (int epoch = 0; epoch < settings_.epochs; ++epoch) {
    for (size_t i = order.size(); i > 1; --i) {
      std::swap(order[i - 1], order[random_() % i]);
    }
    for (const NameExample* example : order) learn_from(*example);
    if (epoch + averaged < settings_.epochs) continue;
    for (size_t row = 0; row < rows_.size(); ++row) {
      for (size_t label = 0; label < kNameLabelCount; ++label) {
        mean_[row][label] +=
            rows_[row].weight[label] / static_cast<float>(averaged);
      }
    }
  }
  rows_ = {};
}

std::vector<uint32_t> NameLearner::shown_features(
    const NameExample::Word& word) {
  const auto hidden = [&](float chance) {
    return static_cast<float>(random_() >> 40U) < chance * 0x1p24F;
  };
  const bool hides_identity = hidden(settings_.hide_identity);
  const bool hides_lists = hidden(settings_.hide_lists);
  std::vector<uint32_t> shown;
  shown.reserve(word.features.size());
  for (uint32_t i = 0; i < word.features.size(); ++i) {
    const bool hides = i < word.identity_end
                           ? hides_identity
                           : i < word.lists_end && hides_lists;
    if (!hides) shown.push_back(word.features[i]);
  }
  return shown;
}

LabelScores NameLearner::score_rows(std::span<const uint32_t> features) const {
  LabelScores scores{};
  for (const uint32_t feature : features) {
    for (size_t label = 0; label < kNameLabelCount; ++label) {
      scores[label] += rows_[feature].weight[label];
    }
  }
  return scores;
}

void NameLearner::learn_from(const NameExample& example) {
  std::vector<std::vector<uint32_t>> shown;
  std::vector<LabelScores> scores;
  std::vector<uint32_t> allowed;
  for (const NameExample::Word& word : example.words) {
    shown.push_back(shown_features(word));
    scores.push_back(score_rows(shown.back()));
    for (size_t label = 0; label < kNameLabelCount; ++label) {
      scores.back()[label] += word.base[label];
    }
    allowed.push_back(word.allowed);
  }
  const LabelChain all(scores, transitions_);
  const LabelChain right(scores, allowed, transitions_);
  if (right.log_sum() > all.log_sum() - 1e-3) return;
  for (size_t i = 0; i < scores.size(); ++i) {
    LabelScores gradient = all.marginals(i);
    const LabelScores wanted = right.marginals(i);
    for (size_t label = 0; label < kNameLabelCount; ++label) {
      gradient[label] = (gradient[label] - wanted[label]) * example.weight;
    }
    if (!is_small(gradient)) update_rows(shown[i], gradient);
  }
  update_transitions(all, right, example.weight);
}

void NameLearner::update_rows(std::span<const uint32_t> features,
                              const LabelScores& gradient) {
  for (const uint32_t feature : features) {
    Row& row = rows_[feature];
    for (size_t label = 0; label < kNameLabelCount; ++label) {
      const float slope = gradient[label] + settings_.l2 * row.weight[label];
      row.squares[label] += slope * slope;
      row.weight[label] -=
          settings_.rate * slope / std::sqrt(row.squares[label] + 1e-2F);
    }
  }
}

void NameLearner::update_transitions(const LabelChain& all,
                                     const LabelChain& right, float weight) {
  for (uint8_t from = 0; from < kNameLabelCount; ++from) {
    for (uint8_t to = 0; to < kNameLabelCount; ++to) {
      if (!models::may_follow(from, to)) continue;
      float slope = 0;
      for (size_t i = 0; i + 1 < all.size(); ++i) {
        slope += all.pair(i, from, to) - right.pair(i, from, to);
      }
      if (std::abs(slope) < kSmall) continue;
      slope *= weight;
      float& squares = pair_squares_[from][to];
      squares += slope * slope;
      pair_scores_[from][to] -=
          settings_.rate * slope / std::sqrt(squares + 1.0F);
      transitions_[from][to] = std::exp(pair_scores_[from][to]);
    }
  }
}

LabelScores NameLearner::score(const NameExample::Word& word) const {
  LabelScores scores = word.base;
  for (const uint32_t feature : word.features) {
    for (size_t label = 0; label < kNameLabelCount; ++label) {
      scores[label] += mean_[feature][label];
    }
  }
  return scores;
}

std::vector<LabelScores> NameLearner::score(const NameExample& example) const {
  std::vector<LabelScores> scores;
  for (const NameExample::Word& word : example.words) {
    scores.push_back(score(word));
  }
  return scores;
}

}  // namespace training
