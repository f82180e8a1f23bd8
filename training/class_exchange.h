// Word classes by the exchange algorithm (Martin, Liermann & Ney 1998), which
// raises the mutual information of the classes of adjacent words.

#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace training {

// How often one word stands directly before another.
struct Bigram {
  uint32_t first = 0;
  uint32_t second = 0;
  uint32_t count = 0;
};

struct ClassRequest {
  // Words are numbered by falling frequency: words [0, fixed_count) have a
  // class of their own and stay there, as sentence ends and rare words do.
  uint32_t word_count = 0;
  uint32_t fixed_count = 0;
  uint32_t class_count = 0;  // for the other words
  int rounds = 0;            // of moving every word to its best class
};

// The class of each word, below fixed_count + class_count; the fixed words
// have the first classes. `bigrams` are sorted, each pair once.
std::vector<uint32_t> find_classes(const ClassRequest& request,
                                   std::span<const Bigram> bigrams);

}  // namespace training
