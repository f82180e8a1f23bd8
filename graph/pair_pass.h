// From what articles say of pairs of entities to edges and associations.

#pragma once

#include <cstdint>
#include <vector>

#include "graph/database.h"
#include "graph/edge_rows.h"
#include "graph/entity_pass.h"
#include "graph/neighbour_ranking.h"
#include "graph/pair_records.h"

namespace graph {

// Partitions may be worked on by several threads, each as one lane.
class PairPass {
 public:
  // All must outlive it. `stories` is how many there are at all.
  PairPass(Database& database, PartitionedSorter& pairs,
           const std::vector<EntityTotals>& totals, uint64_t stories,
           NeighbourRanking& ranking);

  // Fills a part of `edges`, and hands what ties pairs on to the ranking.
  void join(size_t partition, size_t lane);

  uint64_t edge_count() const;
  uint64_t evidence_count() const;

 private:
  struct Counts {
    uint64_t edges = 0;
    uint64_t evidence = 0;
  };

  PairTies summarize(PairSummary summary, EdgeRowWriter& rows, Counts& counts);
  TiedEdge write_edge(const EntityPair& pair, PairEdge edge,
                      EdgeRowWriter& rows, Counts& counts);

  Database& database_;
  PartitionedSorter& pairs_;
  const std::vector<EntityTotals>& totals_;
  uint64_t stories_;
  OptionalTime newest_;  // report of all
  NeighbourRanking& ranking_;
  std::vector<Counts> counts_;  // by partition
};

}  // namespace graph
