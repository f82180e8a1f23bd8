#include "server/api/relations.h"

#include <nlohmann/json.hpp>

#include "server/api/page.h"

namespace server::api {
namespace {

std::optional<graph::Direction> read_direction(const Parameters& parameters) {
  const auto direction = parameters.one("direction");
  if (!direction) return std::nullopt;
  if (*direction == "out") return graph::Direction::kOut;
  if (*direction == "in") return graph::Direction::kIn;
  refuse_value("direction", *direction);
}

graph::RelationsRequest read_request(const Parameters& parameters,
                                     const Page& page) {
  graph::RelationsRequest request;
  request.entity = parameters.required("id");
  request.relations =
      parse_all(parameters, "relation", text::parse_relation_type);
  request.direction = read_direction(parameters);
  request.min_confidence =
      static_cast<float>(parameters.share("min_confidence").value_or(0));
  request.offset = page.offset;
  request.limit = page.limit;
  return request;
}

std::string edge_id(const graph::Edge& edge) {
  return edge.source.id + "|" + std::string(text::to_string(edge.type)) + "|" +
         edge.target.id;
}

Json edge_json(const graph::Edge& edge, const std::string& seen_from,
               EvidenceWriter& writer) {
  const auto direction = edge.source.id == seen_from ? graph::Direction::kOut
                                                     : graph::Direction::kIn;
  Json json = {{"id", edge_id(edge)},
               {"type", text::to_string(edge.type)},
               {"source", entity_json(edge.source)},
               {"target", entity_json(edge.target)},
               {"direction", to_string(direction)},
               {"modality", text::to_string(edge.modality)},
               {"negated", edge.negated},
               {"confidence", rounded(edge.confidence)},
               {"stories", edge.story_count}};
  set_time(json, "first_reported", edge.first_reported);
  set_time(json, "last_reported", edge.last_reported);
  json["evidence"] = writer.write_all(edge.evidence);
  return json;
}

}  // namespace

Json relations(const Parameters& parameters,
               const generation::Generation& generation) {
  const Page page = read_page(parameters);
  const auto request = read_request(parameters, page);
  const auto entity = require_entity(generation, request.entity);
  const auto answer = generation.graph().relations(request);
  EvidenceWriter writer(generation);
  Json json = {{"entity", entity_name(entity.summary)},
               {"relations", Json::array()}};
  for (const graph::Edge& edge : answer.edges) {
    json["relations"].push_back(edge_json(edge, request.entity, writer));
  }
  json["total"] = answer.total;
  set_next_cursor(json, parameters, page,
                  page.offset + page.limit < answer.total);
  json["generation"] = to_string(generation.id());
  return json;
}

}  // namespace server::api
