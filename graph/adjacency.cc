#include "graph/adjacency.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

#include "graph/encoding.h"
#include "graph/keys.h"
#include "text/error.h"

namespace graph {
namespace {

constexpr int kSideCount = 3;
constexpr double kScale = std::numeric_limits<uint16_t>::max();

uint32_t scaled(double strength) {
  return static_cast<uint32_t>(std::lround(strength * kScale));
}

}  // namespace

void write_adjacency(EntityNumber entity, std::vector<AdjacentEdge> edges,
                     TableWriter& table) {
  std::ranges::sort(edges, {}, [](const AdjacentEdge& edge) {
    return std::tuple(-int64_t{scaled(edge.strength)}, edge.type, edge.side,
                      edge.other);
  });
  size_t begin = 0;
  for (uint32_t row = 0; begin < edges.size(); ++row) {
    const size_t end = std::min(
        edges.size(), begin + (row == 0 ? kFirstAdjacent : kMoreAdjacent));
    Encoder out;
    out.u8(end < edges.size());
    uint32_t before = std::numeric_limits<uint16_t>::max();
    for (; begin < end; ++begin) {
      const AdjacentEdge& edge = edges[begin];
      out.u8(static_cast<uint8_t>(static_cast<int>(edge.type) * kSideCount +
                                  static_cast<int>(edge.side)));
      out.varint(before - scaled(edge.strength));
      out.varint(static_cast<uint32_t>(edge.other));
      before = scaled(edge.strength);
    }
    table.add(number_row_key(entity, row), out.bytes());
  }
}

std::span<const AdjacentEdge> AdjacencyReader::next_row() {
  edges_.clear();
  if (!has_more_) return {};
  const auto value =
      database_.get(Column::kAdjacency, number_row_key(entity_, row_));
  if (!value && row_ > 0)
    throw text::StorageError("adjacency", "a row is missing");
  ++row_;
  has_more_ = false;
  if (!value) return {};
  Decoder in(*value);
  has_more_ = in.flag();
  uint32_t strength = std::numeric_limits<uint16_t>::max();
  while (!in.done()) {
    const int kind = in.choice<int>(text::kRelationTypeCount * kSideCount);
    const uint32_t drop = in.varint32();
    if (drop > strength) throw text::StorageError("adjacency", "out of order");
    strength -= drop;
    edges_.push_back({EntityNumber{in.varint32()},
                      static_cast<text::RelationType>(kind / kSideCount),
                      static_cast<Side>(kind % kSideCount), strength / kScale});
  }
  return edges_;
}

}  // namespace graph
