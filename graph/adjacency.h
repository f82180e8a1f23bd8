// The rows of RowTable::kAdjacency: the edges of each entity by their strength,
// without what they say (docs/graph_format.md).

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/catalogue.h"
#include "graph/encoding.h"
#include "graph/records.h"

namespace graph {

// An edge as seen from one of its ends.
struct AdjacentEdge {
  EntityNumber other{};
  text::RelationType type{};
  Side side{};
  double strength = 0;  // 0..1, in steps of 1 / 65535
};

// The row of one entity; `edges` in any order.
std::string encode_adjacency(const std::vector<AdjacentEdge>& edges);

// The edges of one row: the strongest first, equals by type, side and other
// end. Used by one thread; the row must outlive it. Throws text::StorageError
// where the row is broken.
class AdjacencyReader {
 public:
  // An empty row has no edges.
  explicit AdjacencyReader(std::string_view row);

  // Edges that were not read yet.
  uint32_t left() const { return left_; }
  // Only while some are left.
  AdjacentEdge next();

 private:
  Decoder in_;
  uint32_t left_ = 0;
  uint32_t strength_;  // of the edge before
};

}  // namespace graph
