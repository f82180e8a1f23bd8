// Which texts resemble each other, exactly: the truth that stories are measured
// against.

#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace bench {

using Pair = std::pair<uint32_t, uint32_t>;  // numbers of texts, ascending

// All pairs of texts whose sets of 4 words in a row have a Jaccard resemblance
// of `least` or more, ascending. Words are runs of ASCII letters and digits and
// of bytes above, in small letters; texts under 4 words resemble nothing.
// (Candidates by prefix filtering: Bayardo, Ma and Srikant 2007.)
std::vector<Pair> find_resembling(const std::vector<std::string>& texts,
                                  double least);

}  // namespace bench
