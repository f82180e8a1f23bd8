#include "graph/community_rows.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "graph/encoding.h"

namespace graph {
namespace {

enum class Row : uint8_t { kTotal, kCommunity, kMember, kPlace };

Encoder begin(Row row) {
  Encoder key;
  key.u8(static_cast<uint8_t>(row));
  return key;
}

struct Member {
  uint32_t number = 0;  // of the entity
  uint32_t community = 0;
  double within = 0;  // weights of its ties within the community
  double all = 0;
};

std::vector<Member> weigh_members(const std::vector<uint32_t>& community,
                                  std::span<const WeightedTie> ties) {
  std::vector<Member> members(community.size());
  for (uint32_t i = 0; i < members.size(); ++i) {
    members[i].number = i;
    members[i].community = community[i];
  }
  for (const WeightedTie& tie : ties) {
    const bool is_within = community[tie.one] == community[tie.other];
    for (const uint32_t end : {tie.one, tie.other}) {
      members[end].all += double(tie.weight);
      if (is_within) members[end].within += double(tie.weight);
    }
  }
  return members;
}

// Communities of two or more, the largest first; their members the most central
// first.
std::vector<std::vector<Member>> order(std::vector<Member> members) {
  std::ranges::sort(members, {}, [](const Member& member) {
    return std::tuple(member.community, -member.within, member.number);
  });
  std::vector<std::vector<Member>> communities;
  for (auto first = members.begin(); first != members.end();) {
    const auto end = std::find_if(first, members.end(), [&](const Member& one) {
      return one.community != first->community;
    });
    if (end - first > 1) communities.emplace_back(first, end);
    first = end;
  }
  std::ranges::stable_sort(communities, std::ranges::greater(),
                           &std::vector<Member>::size);
  return communities;
}

}  // namespace

std::string community_key(uint32_t community) {
  return begin(Row::kCommunity).u32(community).take();
}

std::string community_total_key() { return begin(Row::kTotal).take(); }

std::string community_members(uint32_t community) {
  return begin(Row::kMember).u32(community).take();
}

std::string encode_member(const CommunityPlace& place) {
  return begin(Row::kMember).u32(place.community).u32(place.rank).take();
}

std::string place_key(EntityId entity) {
  return begin(Row::kPlace).id(entity).take();
}

CommunityPlace decode_place(std::string_view bytes) {
  Decoder in(bytes);
  CommunityPlace place;
  place.community = in.u32();
  place.rank = in.u32();
  in.expect_end();
  return place;
}

std::string encode(const CommunityRecord& record) {
  return Encoder().varint(record.member_count).take();
}

CommunityRecord decode_community(std::string_view bytes) {
  Decoder in(bytes);
  const CommunityRecord record{in.varint32()};
  in.expect_end();
  return record;
}

std::string encode(const MemberRecord& record) {
  return Encoder().id(record.entity).f32(record.share).take();
}

MemberRecord decode_member(std::string_view bytes) {
  Decoder in(bytes);
  MemberRecord record;
  record.entity = in.id<EntityId>();
  record.share = in.f32();
  in.expect_end();
  return record;
}

// Both views are one tie where this makes no difference.
void CommunityRows::add(size_t partition, const MutualTie& tie) {
  auto& ties = ties_[partition];
  const auto one = static_cast<uint32_t>(tie.one);
  const auto other = static_cast<uint32_t>(tie.other);
  if (tie.strength == tie.seen_from_other) {
    if (tie.strength < kWeakest) return;
    ties.push_back({one, other, 2 * static_cast<float>(tie.strength)});
    return;
  }
  for (const double strength : {std::min(tie.strength, tie.seen_from_other),
                                std::max(tie.strength, tie.seen_from_other)}) {
    if (strength < kWeakest) continue;
    ties.push_back({one, other, static_cast<float>(strength)});
  }
}

void CommunityRows::write(std::span<const EntityId> entities,
                          Database& database) {
  std::vector<WeightedTie> ties;
  for (auto& partition : ties_) {
    ties.insert(ties.end(), partition.begin(), partition.end());
    partition = {};
  }
  const auto community =
      find_communities(static_cast<uint32_t>(entities.size()), ties);
  const auto communities = order(weigh_members(community, ties));
  TableWriter table(database, Column::kCommunities);
  table.add(community_total_key(),
            Encoder().varint(communities.size()).bytes());
  for (uint32_t i = 0; i < communities.size(); ++i) {
    const auto size = static_cast<uint32_t>(communities[i].size());
    table.add(community_key(i), encode(CommunityRecord{size}));
  }
  std::vector<std::pair<EntityId, CommunityPlace>> places;
  for (uint32_t i = 0; i < communities.size(); ++i) {
    for (uint32_t rank = 0; rank < communities[i].size(); ++rank) {
      const Member& member = communities[i][rank];
      const CommunityPlace place{i, rank};
      const EntityId entity = entities[member.number];
      table.add(encode_member(place),
                encode(MemberRecord{
                    entity, static_cast<float>(member.within / member.all)}));
      places.emplace_back(entity, place);
    }
  }
  std::ranges::sort(places, {}, [](const auto& place) { return place.first; });
  for (const auto& [entity, place] : places) {
    table.add(place_key(entity),
              Encoder().u32(place.community).u32(place.rank).bytes());
  }
  table.finish();
}

}  // namespace graph
