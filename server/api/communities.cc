#include "server/api/communities.h"

#include <nlohmann/json.hpp>

#include "graph/communities.h"
#include "server/api/page.h"

namespace server::api {
namespace {

constexpr uint32_t kDefaultMembers = 8;
constexpr uint32_t kMaxMembers = 50;

Json community_json(const graph::Community& community) {
  Json json = {{"id", community.id},
               {"name", community.name},
               {"member_count", community.member_count},
               {"members", Json::array()}};
  for (const graph::CommunityMember& member : community.members) {
    Json one = entity_json(member.entity);
    one["share"] = rounded(member.share);
    json["members"].push_back(std::move(one));
  }
  return json;
}

}  // namespace

Json communities(const Parameters& parameters,
                 const generation::Generation& generation) {
  const Page page = read_page(parameters);
  graph::CommunitiesRequest request;
  request.members =
      parameters.integer("members", kDefaultMembers, {0, kMaxMembers});
  request.offset = page.offset;
  request.limit = page.limit;
  const auto answer = generation.graph().communities(request);
  Json json = {{"communities", Json::array()}};
  for (const graph::Community& community : answer.communities) {
    json["communities"].push_back(community_json(community));
  }
  json["total"] = answer.total;
  set_next_cursor(json, parameters, page,
                  page.offset + page.limit < answer.total);
  json["generation"] = to_string(generation.id());
  return json;
}

Json community(const Parameters& parameters,
               const generation::Generation& generation) {
  const Page page = read_page(parameters);
  const std::string id = parameters.required("id");
  const auto entity = require_entity(generation, id);
  const auto found =
      generation.graph().community({id, page.offset, page.limit});
  Json json = {{"entity", entity_name(entity.summary)}};
  if (found) {
    json["community"] = community_json(*found);
    set_next_cursor(json, parameters, page,
                    page.offset + page.limit < found->member_count);
  }
  json["generation"] = to_string(generation.id());
  return json;
}

}  // namespace server::api
