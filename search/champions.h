// The articles of a segment that can be the best for one word.
//
// BM25 ranks an article by how often it has the word and how long it is,
// whatever its constants are. One that kChampionRanks others beat in both is
// not among the kChampionRanks best: the rest are the word's champions, some
// hundreds of many thousands.

#pragma once

#include <cstdint>
#include <vector>

#include "search/posting_list.h"

namespace search {

// How many of the best articles are surely among the champions of a word.
inline constexpr size_t kChampionRanks = 20;

// Those of `postings` that fewer than kChampionRanks others surely precede: by
// a higher count, or by a shorter length above `flat_length`, none of the two
// being worse; equals by `newness` (by docid; the newest has the highest).
// Ascending by docid.
std::vector<WordCount> choose_champions(std::vector<WordCount> postings,
                                        uint32_t flat_length,
                                        const std::vector<uint32_t>& newness);

}  // namespace search
