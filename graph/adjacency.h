// The column `adjacency`: the edges of each entity by their strength, without
// what they say (docs/graph_format.md).

#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "graph/catalogue.h"
#include "graph/database.h"
#include "graph/records.h"

namespace graph {

// An edge as seen from one of its ends.
struct AdjacentEdge {
  EntityNumber other{};
  text::RelationType type{};
  Side side{};
  double strength = 0;  // 0..1, in steps of 1 / 65535
};

// Edges of one row; the first row of an entity has fewer, for the first page
// of a hub.
inline constexpr size_t kFirstAdjacent = 64;
inline constexpr size_t kMoreAdjacent = 512;

// Writes all edges of one entity; entities ascending. `edges` in any order.
void write_adjacency(EntityNumber entity, std::vector<AdjacentEdge> edges,
                     TableWriter& table);

// The edges of an entity row by row: the strongest first, equals by type, side
// and other end. Used by one thread; the database must outlive it.
class AdjacencyReader {
 public:
  AdjacencyReader(const Database& database, EntityNumber entity)
      : database_(database), entity_(entity) {}

  // The next row; empty after the last. Dies with the next call.
  std::span<const AdjacentEdge> next_row();
  // False once the last row was read.
  bool has_more() const { return has_more_; }

 private:
  const Database& database_;
  EntityNumber entity_;
  uint32_t row_ = 0;
  bool has_more_ = true;
  std::vector<AdjacentEdge> edges_;
};

}  // namespace graph
