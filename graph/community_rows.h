// The column `communities` (docs/graph_format.md).

#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/database.h"
#include "graph/entity_id.h"
#include "graph/louvain.h"

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

// Finds communities of two entities or more in what ties all entities. Memory:
// 24 bytes a tie. Any thread may call add().
class CommunityRows {
 public:
  // What ties entity number `one` to `other`, as the one sees it; 0..1. Ties
  // weaker than kWeakest do not count.
  void add(uint32_t one, uint32_t other, double strength);

  // Fills the column; `entities` by their numbers. No add() after this.
  void write(std::span<const EntityId> entities, Database& database);

  static constexpr double kWeakest = 0.05;

 private:
  std::mutex mutex_;
  std::vector<WeightedTie> ties_;
};

}  // namespace graph
