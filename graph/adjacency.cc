#include "graph/adjacency.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "text/error.h"

namespace graph {
namespace {

constexpr int kSideCount = 3;
constexpr uint32_t kStrongest = std::numeric_limits<uint16_t>::max();
constexpr double kScale = kStrongest;

// A number that sorts as edges of a row do.
uint64_t rank_of(const AdjacentEdge& edge) {
  const auto strength =
      static_cast<uint32_t>(std::lround(edge.strength * kScale));
  const auto kind = static_cast<uint8_t>(
      static_cast<int>(edge.type) * kSideCount + static_cast<int>(edge.side));
  return uint64_t{kStrongest - strength} << 40 | uint64_t{kind} << 32 |
         static_cast<uint32_t>(edge.other);
}

}  // namespace

std::string encode_adjacency(const std::vector<AdjacentEdge>& edges) {
  std::vector<uint64_t> ranks;
  ranks.reserve(edges.size());
  for (const AdjacentEdge& edge : edges) ranks.push_back(rank_of(edge));
  std::ranges::sort(ranks);
  Encoder out;
  out.varint(ranks.size());
  uint64_t before = 0;
  for (const uint64_t rank : ranks) {
    const uint64_t weakness = rank >> 40;
    out.u8(static_cast<uint8_t>(rank >> 32));
    out.varint(weakness - before).varint(static_cast<uint32_t>(rank));
    before = weakness;
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
