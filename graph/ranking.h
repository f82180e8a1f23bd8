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

// How much a report tells of today: of the `newest` report that counts 1, of
// one that is years older kOldReport; `newest` is nothing where none is dated.
inline constexpr double kOldReport = 0.6;
double recency(OptionalTime reported, OptionalTime newest);

// How much one edge ties its two ends, as seen when the `newest` report of all
// that count came.
double edge_strength(text::RelationType type, const EdgeRecord& edge,
                     OptionalTime newest);

// What all edges of a pair make together.
double join_strengths(std::span<const double> strengths);

// The strength of relations to an entity that `share` (0..1) of all stories
// name: relations to what everything is related to tell less.
double tell(double relations, double share);

// What relations and association of a pair make together.
double blend(double relations, double association);

// Two steps, of these strengths, over an entity in between; the more entities
// relations tie to it, the less they tell.
double path_strength(double first, double second, size_t bridged);

// How far an entity is reached over others.
struct Reach {
  double walked = 0;  // by a walk, as a part of what is reached best
  double path = 0;    // by the best path of two steps
};

// `tie`, the blend of a pair, raised by reach, as far as the two are
// associated.
double raise(double tie, double association, const Reach& reach);

// What it tells of two entities that both are tied to a third one, as `sharers`
// (2 or more) are by the same relation; `weaker` is the weaker of both ties.
double shared_strength(double weaker, size_t sharers);

// `score` of an entity that `better` of its type come before.
double diversify(double score, size_t better);

}  // namespace graph
