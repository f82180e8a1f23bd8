// Whom relations tie each entity to, in memory.

#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "graph/catalogue.h"
#include "graph/partitioned_sorter.h"

namespace graph {

// How relations tie an entity to another one.
struct PairTie {
  EntityNumber entity{};
  EntityNumber other{};
  float relations = 0;  // strength of all edges of the pair, 0..1
  float blend = 0;      // the same with the association, as `entity` sees it
};

// Ties are added, then sorted, by several threads; then read by any.
class TieTable {
 public:
  TieTable(size_t entities, size_t lanes);

  void add(size_t lane, const PairTie& tie);
  // Once for each partition (of PartitionedSorter).
  void sort(size_t partition);

  // The strongest first, equals by number.
  std::span<const PairTie> of(EntityNumber entity) const;

 private:
  using Ties = std::vector<PairTie>;

  size_t lanes_;
  uint64_t width_;                // entities of a partition
  std::vector<Ties> added_;       // by lane and partition
  std::vector<Ties> sorted_;      // by partition
  std::vector<uint32_t> begins_;  // by entity, in its partition
  std::vector<uint32_t> ends_;    // the same
};

}  // namespace graph
