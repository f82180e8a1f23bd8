// Whom relations tie each entity to, in memory.

#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "graph/catalogue.h"
#include "graph/partitioned_sorter.h"
#include "graph/records.h"
#include "text/entity.h"

namespace graph {

// The type of an edge, and its direction as one end sees it.
struct EdgeKind {
  text::RelationType type{};
  Side side{};

  auto operator<=>(const EdgeKind&) const = default;
};

// How relations tie an entity to another one.
struct PairTie {
  // Strengths are 0..1 in steps of 1 / kScale.
  static constexpr double kScale = 65535;
  // A byte for each of the strongest edges that nobody denies.
  using Kinds = std::array<uint8_t, 4>;

  EntityNumber entity{};
  EntityNumber other{};
  uint16_t relations = 0;  // of all edges of the pair
  uint16_t blend = 0;      // the same with the association, as `entity` sees it
  Kinds kinds = {kNoKind, kNoKind, kNoKind, kNoKind};

  static constexpr uint8_t kNoKind = 255;
};

uint8_t to_byte(EdgeKind kind);
EdgeKind to_kind(uint8_t byte);

// Ties are added, then sorted, by several threads; then read by any. Memory:
// 16 bytes a tie, 16 an entity.
class TieTable {
 public:
  TieTable(size_t entities, size_t lanes);

  void add(size_t lane, const PairTie& tie);
  // Once for each partition (of PartitionedSorter).
  void sort(size_t partition);

  // The strongest first, equals by number.
  std::span<const PairTie> of(EntityNumber entity) const;

  // The sum of what all ties of an entity have as `blend`; positive where it
  // has any.
  double weight(EntityNumber entity) const {
    return weights_[static_cast<uint32_t>(entity)];
  }

 private:
  using Ties = std::vector<PairTie>;

  size_t lanes_;
  uint64_t width_;                // entities of a partition
  std::vector<Ties> added_;       // by lane and partition
  std::vector<Ties> sorted_;      // by partition
  std::vector<uint32_t> begins_;  // by entity, in its partition
  std::vector<uint32_t> ends_;    // the same
  std::vector<double> weights_;   // by entity
};

}  // namespace graph
