#include "models/cjk_chain.h"

#include <cmath>

namespace models {

LabelTransitions chain_weights(const LabelTransitions& scores) {
  LabelTransitions weights{};
  for (uint8_t from = 0; from < kNameLabelCount; ++from) {
    for (uint8_t to = 0; to < kNameLabelCount; ++to) {
      if (may_follow(from, to)) weights[from][to] = std::exp(scores[from][to]);
    }
  }
  return weights;
}

std::vector<NameSpan> names_of(std::span<const LabelScores> tokens,
                               const LabelTransitions& weights,
                               float threshold) {
  if (tokens.empty()) return {};
  return likely_names(LabelChain(tokens, weights), 0, threshold);
}

}  // namespace models
