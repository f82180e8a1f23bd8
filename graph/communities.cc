#include "graph/communities.h"

#include <algorithm>

#include "graph/community_rows.h"
#include "graph/database.h"
#include "graph/encoding.h"
#include "graph/entity_lookup.h"

namespace graph {
namespace {

// Members that a community is named after.
constexpr size_t kNamed = 3;

uint32_t member_count(const Database& database, uint32_t community) {
  const auto bytes =
      database.get(Column::kCommunities, community_key(community));
  return bytes ? decode_community(*bytes).member_count : 0;
}

std::vector<CommunityMember> read_members(const Database& database,
                                          const CommunityPlace& from,
                                          size_t limit) {
  std::vector<CommunityMember> members;
  for (auto scan = database.scan(Column::kCommunities,
                                 community_members(from.community),
                                 encode_member(from));
       members.size() < limit && scan.valid(); scan.next()) {
    const MemberRecord member = decode_member(scan.value());
    members.push_back(
        {summary_at(database, member.entity), double(member.share)});
  }
  return members;
}

// Without members.
Community read_community(const Database& database, uint32_t number) {
  Community community;
  community.member_count = member_count(database, number);
  for (const auto& [entity, share] :
       read_members(database, {number, 0}, kNamed)) {
    if (community.id.empty()) community.id = entity.id;
    if (!community.name.empty()) community.name += " · ";
    community.name += entity.name;
  }
  return community;
}

uint64_t count_communities(const Database& database) {
  const auto bytes = database.get(Column::kCommunities, community_total_key());
  return bytes ? Decoder(*bytes).varint() : 0;
}

}  // namespace

CommunitiesAnswer list_communities(const Database& database,
                                   const CommunitiesRequest& request) {
  CommunitiesAnswer answer;
  answer.total = count_communities(database);
  const uint64_t end =
      std::min(answer.total, uint64_t{request.offset} + request.limit);
  for (uint64_t i = request.offset; i < end; ++i) {
    const auto number = static_cast<uint32_t>(i);
    Community community = read_community(database, number);
    community.members = read_members(database, {number, 0}, request.members);
    answer.communities.push_back(std::move(community));
  }
  return answer;
}

std::optional<Community> find_community(const Database& database,
                                        const CommunityRequest& request) {
  if (!find_entity(database, request.entity)) return std::nullopt;
  const auto bytes = database.get(Column::kCommunities,
                                  place_key(make_entity_key(request.entity)));
  if (!bytes) return std::nullopt;
  const uint32_t number = decode_place(*bytes).community;
  Community community = read_community(database, number);
  community.members =
      read_members(database, {number, request.offset}, request.limit);
  return community;
}

}  // namespace graph
