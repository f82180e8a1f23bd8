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
  double closeness = 0;      // how near the stories name both
  double lift = 0;           // observed / expected stories; above 1
  uint32_t story_count = 0;  // that name both
};

// The same where it is known how near the stories name both on average: the
// mean over them of 1 (kSentence), 0.7 (kAdjacentSentences), 0.4 (kArticle).
struct StoryCounts {
  uint32_t together = 0;
  uint32_t first = 0;
  uint32_t second = 0;
  uint32_t all = 0;
  double nearness = 0;
};

// How strongly the second is associated with the first: what share of what can
// be told about the first's stories naming the second tells. Nothing where the
// two are named together no more often than chance has it, or too seldom to
// tell.
std::optional<Association> associate(const CooccurrenceCounts& counts);
std::optional<Association> associate(const StoryCounts& counts);

// The nearness of `together` stories that have this closeness.
double nearness_of(double closeness, uint32_t together);

// Dunning's log-likelihood ratio of the counts' two by two table; at least 0,
// unbounded.
double log_likelihood_ratio(const StoryCounts& counts);

// How much one edge ties its two ends.
double edge_strength(text::RelationType type, const EdgeRecord& edge);

// What all edges of a pair make together.
double join_strengths(std::span<const double> strengths);

// The strength of relations to an entity that `share` (0..1) of all stories
// name: relations to what everything is related to tell less.
double tell(double relations, double share);

// What relations and association of a pair make together.
double blend(double relations, double association);

// A path from the entity asked about over a bridge to a third one. `first` is
// the blend of the first step, `second` the strength of the relations of the
// second; the more entities `bridged` by relations, the less a path tells.
double path_strength(double first, double second, size_t bridged);

// `tie`, the blend of a pair, raised by its best path, as far as the two are
// associated.
double reach(double tie, double association, double path);

// `score` of an entity that `better` of its type come before.
double diversify(double score, size_t better);

}  // namespace graph
