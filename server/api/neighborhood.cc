#include "server/api/neighborhood.h"

#include <nlohmann/json.hpp>

namespace server::api {
namespace {

constexpr uint32_t kMaxHops = 3;
constexpr uint32_t kMaxNodes = 200;
constexpr uint32_t kMaxEdges = 600;
constexpr size_t kMaxEntities = 20;

graph::NeighbourhoodRequest read_request(
    const Parameters& parameters, const generation::Generation& generation) {
  graph::NeighbourhoodRequest request;
  request.entities = parameters.all("entity");
  if (request.entities.empty()) throw text::BadRequest("entity: is missing");
  if (request.entities.size() > kMaxEntities) {
    throw text::BadRequest("entity: at most " + std::to_string(kMaxEntities));
  }
  for (const std::string& id : request.entities) {
    require_entity(generation, id);
  }
  request.hops = parameters.integer("hops", request.hops, {1, kMaxHops});
  request.max_nodes =
      parameters.integer("max_nodes", request.max_nodes, {1, kMaxNodes});
  request.max_links =
      parameters.integer("max_edges", request.max_links, {0, kMaxEdges});
  return request;
}

Json link_json(const graph::Link& link, const graph::Neighbourhood& within) {
  Json json = {{"source", within.nodes.at(link.source).id},
               {"target", within.nodes.at(link.target).id}};
  if (link.type) json["type"] = text::to_string(*link.type);
  json["weight"] = rounded(link.weight);
  return json;
}

}  // namespace

Json neighborhood(const Parameters& parameters,
                  const generation::Generation& generation) {
  const auto answer =
      generation.graph().neighbourhood(read_request(parameters, generation));
  Json json = {{"nodes", Json::array()}, {"edges", Json::array()}};
  for (const auto& node : answer.nodes) {
    json["nodes"].push_back(entity_json(node));
  }
  for (const graph::Link& link : answer.links) {
    json["edges"].push_back(link_json(link, answer));
  }
  json["nodes_left_out"] = answer.nodes_left_out;
  json["edges_left_out"] = answer.links_left_out;
  json["generation"] = to_string(generation.id());
  return json;
}

}  // namespace server::api
