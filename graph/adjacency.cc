#include "graph/adjacency.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

#include "text/error.h"

namespace graph {
namespace {

constexpr int kSideCount = 3;
constexpr uint32_t kStrongest = std::numeric_limits<uint16_t>::max();
constexpr double kScale = kStrongest;

uint32_t scaled(double strength) {
  return static_cast<uint32_t>(std::lround(strength * kScale));
}

}  // namespace

std::string encode_adjacency(std::vector<AdjacentEdge> edges) {
  std::ranges::sort(edges, {}, [](const AdjacentEdge& edge) {
    return std::tuple(-int64_t{scaled(edge.strength)}, edge.type, edge.side,
                      edge.other);
  });
  Encoder out;
  out.varint(edges.size());
  uint32_t before = kStrongest;
  for (const AdjacentEdge& edge : edges) {
    const uint32_t strength = scaled(edge.strength);
    out.u8(static_cast<uint8_t>(static_cast<int>(edge.type) * kSideCount +
                                static_cast<int>(edge.side)));
    out.varint(before - strength).varint(static_cast<uint32_t>(edge.other));
    before = strength;
  }
  return out.take();
}

AdjacencyReader::AdjacencyReader(std::string_view row)
    : in_(row), strength_(kStrongest) {
  if (!row.empty()) left_ = in_.count();
}

AdjacentEdge AdjacencyReader::next() {
  --left_;
  const int kind = in_.choice<int>(text::kRelationTypeCount * kSideCount);
  const uint32_t drop = in_.varint32();
  if (drop > strength_) throw text::StorageError("adjacency", "out of order");
  strength_ -= drop;
  return {EntityNumber{in_.varint32()},
          static_cast<text::RelationType>(kind / kSideCount),
          static_cast<Side>(kind % kSideCount), strength_ / kScale};
}

}  // namespace graph
