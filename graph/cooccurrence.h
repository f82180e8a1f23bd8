// Which entities one article names together, and where.

#pragma once

#include <cstdint>
#include <vector>

#include "graph/input_records.h"
#include "graph/ranking.h"

namespace graph {

// Of one article at most this many entities are paired, the most mentioned;
// longer lists (a table of all members) tell nothing about a pair.
inline constexpr size_t kMaxCooccurring = 128;

// Two entities of one article, by index into ArticleRecord::entities.
struct Cooccurrence {
  uint32_t first = 0;
  uint32_t second = 0;  // > first
  Closeness closeness{};
  uint32_t gap = 0;              // bytes between the names; smaller is better
  uint32_t first_sentence = 0;   // shows `first`, and both if in one sentence
  uint32_t second_sentence = 0;  // shows `second`

  bool operator==(const Cooccurrence&) const = default;
};

// Each pair once, at the place where it is closest, ordered.
std::vector<Cooccurrence> find_cooccurrences(const ArticleRecord& article);

}  // namespace graph
