// The tree over word classes by Brown's merges (Brown et al. 1992), each of
// which costs the least mutual information; what a merge would cost is kept up
// to date as in Liang 2005.

#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "training/class_exchange.h"

namespace training {

// Paths from the root of the tree of the classes, as WordClass::prefix(31)
// marks them; 1 for the fixed classes, which are not in it.
std::vector<uint32_t> find_paths(const ClassRequest& request,
                                 std::span<const Bigram> bigrams,
                                 std::span<const uint32_t> class_of);

}  // namespace training
