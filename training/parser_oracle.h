// The moves that build a given tree.

#pragma once

#include <vector>

#include "models/parser_state.h"
#include "models/sentence.h"

namespace training {

// The tree with crossing branches hung higher, the shortest first, until none
// cross (Nivre & Nilsson 2005). Quadratic in the words.
models::Tree without_crossings(models::Tree tree);

// The moves that build a tree without crossings.
std::vector<models::Move> moves_of(const models::Tree& tree);

}  // namespace training
