// How closely two entities are tied: the formulas of docs/ranking.md.
//
// Pure functions; everything that they return lies in 0..1 unless said
// otherwise.

#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "graph/records.h"
#include "text/entity.h"

namespace graph {

// How near to each other one story names two entities, the nearest last.
enum class Closeness : uint8_t {
  kArticle,            // somewhere in the same article
  kAdjacentSentences,  // in two sentences that follow each other
  kSentence,           // in one sentence
};
inline constexpr int kClosenessCount = 3;

// Stories that name two entities, and stories at all.
struct CooccurrenceCounts {
  uint32_t together[kClosenessCount] = {};  // by best closeness
  uint32_t first = 0;                       // that name the one
  uint32_t second = 0;                      // that name the other
  uint32_t all = 0;
};

struct Association {
  double strength = 0;
  double lift = 0;           // observed / expected stories; above 1
  uint32_t story_count = 0;  // that name both
};

// Nothing where the two are named together no more often than chance has it,
// or too seldom to tell.
std::optional<Association> associate(const CooccurrenceCounts& counts);

// Dunning's log-likelihood ratio of the counts' two by two table; at least 0,
// unbounded.
double log_likelihood_ratio(const CooccurrenceCounts& counts);

// How much one edge ties its two ends.
double edge_strength(text::RelationType type, const EdgeRecord& edge);

// What all edges of a pair and its association make together.
double blend(std::span<const NeighbourEdge> edges, double association_strength);

// `score` raised by a path over a neighbour of both: `first` and `second` are
// the strengths of its two steps.
double reach(double score, double first, double second);

}  // namespace graph
