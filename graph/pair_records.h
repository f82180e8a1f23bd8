// What ties two entities, gathered from sorted records.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "graph/external_sorter.h"
#include "graph/ranking.h"
#include "graph/records.h"

namespace graph {

// Two entities; in pair records the smaller key first.
struct EntityPair {
  EntityId first{};
  EntityId second{};
};

// A place of one article that names both.
struct PairPlace {
  Closeness closeness{};
  uint32_t gap = 0;  // bytes between the names
  OptionalTime published;
  text::ArticleId article{};
  uint32_t first_sentence = 0;   // shows `first`, and both if it can
  uint32_t second_sentence = 0;  // shows `second`
};

// An edge between them, as seen from the first.
void add_edge(EntityPair pair, const NeighbourEdge& edge,
              ExternalSorter& records);
void add_place(EntityPair pair, text::ArticleId story, const PairPlace& place,
               ExternalSorter& records);

struct PairSummary {
  EntityPair pair;
  std::vector<NeighbourEdge> edges;  // strongest first
  CooccurrenceCounts counts;         // only `together` is filled
  std::vector<PairPlace> places;     // one per story, at most kEvidenceShown
};

// Takes all records of the first pair from `records`, which must be sorted and
// have one left.
PairSummary take_pair(ExternalSorter& records);

NeighbourEdge seen_from_other_end(NeighbourEdge edge);

}  // namespace graph
