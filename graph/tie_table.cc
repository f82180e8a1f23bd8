#include "graph/tie_table.h"

#include <algorithm>
#include <tuple>

namespace graph {
namespace {

constexpr size_t kPartitions = PartitionedSorter::kPartitions;
constexpr int kSideCount = 3;

}  // namespace

uint8_t to_byte(EdgeKind kind) {
  return static_cast<uint8_t>(static_cast<int>(kind.type) * kSideCount +
                              static_cast<int>(kind.side));
}

EdgeKind to_kind(uint8_t byte) {
  return {static_cast<text::RelationType>(byte / kSideCount),
          static_cast<Side>(byte % kSideCount)};
}

TieTable::TieTable(size_t entities, size_t lanes)
    : lanes_(lanes),
      width_(std::max<uint64_t>(1, (entities + kPartitions - 1) / kPartitions)),
      added_(lanes * kPartitions),
      sorted_(kPartitions),
      begins_(entities),
      ends_(entities),
      weights_(entities) {}

void TieTable::add(size_t lane, const PairTie& tie) {
  const size_t partition = static_cast<uint32_t>(tie.entity) / width_;
  added_[lane * kPartitions + partition].push_back(tie);
}

void TieTable::sort(size_t partition) {
  Ties& ties = sorted_[partition];
  for (size_t lane = 0; lane < lanes_; ++lane) {
    Ties& added = added_[lane * kPartitions + partition];
    ties.insert(ties.end(), added.begin(), added.end());
    added = {};
  }
  std::ranges::sort(ties, {}, [](const PairTie& tie) {
    return std::tuple(tie.entity, -int{tie.blend}, tie.other);
  });
  for (uint32_t i = 0; i < ties.size(); ++i) {
    const auto entity = static_cast<uint32_t>(ties[i].entity);
    if (i == 0 || ties[i - 1].entity != ties[i].entity) begins_[entity] = i;
    ends_[entity] = i + 1;
    weights_[entity] += ties[i].blend / PairTie::kScale;
  }
}

std::span<const PairTie> TieTable::of(EntityNumber entity) const {
  const auto at = static_cast<uint32_t>(entity);
  return std::span(sorted_[at / width_])
      .subspan(begins_[at], ends_[at] - begins_[at]);
}

}  // namespace graph
