// Reprints of articles, made up to measure how well stories are recognised.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace bench {

// Copies of every other body, the same for the same bodies and `seed`: up to
// half of the sentences are left out, up to a tenth of the words changed, and
// lines as sites put before and after their articles are added.
std::vector<std::string> plant_reprints(const std::vector<std::string>& bodies,
                                        uint32_t seed);

}  // namespace bench
