// From what a name model for Chinese, Japanese or Korean scores to names.

#pragma once

#include <span>
#include <vector>

#include "models/label_chain.h"
#include "models/name_tagger.h"

namespace models {

// e to the power of each transition's score; 0 where it may not follow.
LabelTransitions chain_weights(const LabelTransitions& scores);

// The names of some tokens that are at least `threshold` likely, by position
// and without overlap. Linear in the tokens; of none there are none.
std::vector<NameSpan> names_of(std::span<const LabelScores> tokens,
                               const LabelTransitions& weights,
                               float threshold);

}  // namespace models
