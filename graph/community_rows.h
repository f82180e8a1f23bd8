// The column `communities` (docs/graph_format.md).

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/catalogue.h"
#include "graph/database.h"
#include "graph/entity_id.h"
#include "graph/louvain.h"
#include "graph/partitioned_sorter.h"

namespace graph {

// The place of an entity in its community.
struct CommunityPlace {
  uint32_t community = 0;  // the largest is 0
  uint32_t rank = 0;       // the most central is 0
};

std::string community_key(uint32_t community);  // -> CommunityRecord
// The prefix of the members of a community.
std::string community_members(uint32_t community);
std::string encode_member(const CommunityPlace& place);  // -> MemberRecord
std::string place_key(EntityId entity);                  // -> CommunityPlace
CommunityPlace decode_place(std::string_view bytes);
std::string community_total_key();  // -> how many communities, varint

struct CommunityRecord {
  uint32_t member_count = 0;
};
std::string encode(const CommunityRecord& record);
CommunityRecord decode_community(std::string_view bytes);

struct MemberRecord {
  EntityId entity{};
  float share = 0;  // of the weights of its ties, how much is within
};
std::string encode(const MemberRecord& record);
MemberRecord decode_member(std::string_view bytes);

// What ties two entities, as each sees it; 0..1.
struct MutualTie {
  EntityNumber one{};  // the smaller number
  EntityNumber other{};
  double strength = 0;
  double seen_from_other = 0;
};

// Finds communities of two entities or more in what ties all entities. Memory:
// 24 bytes a tie. Each partition is filled by one thread at a time.
class CommunityRows {
 public:
  // Ties of a partition of PartitionedSorter, by `one`, ascending by both. What
  // is weaker than kWeakest does not count.
  void add(size_t partition, const MutualTie& tie);

  // Fills the column; `entities` by their numbers. No add() after this.
  void write(std::span<const EntityId> entities, Database& database);

  static constexpr double kWeakest = 0.05;

 private:
  std::array<std::vector<WeightedTie>, PartitionedSorter::kPartitions> ties_;
};

}  // namespace graph
