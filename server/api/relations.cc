#include "server/api/relations.h"

#include <nlohmann/json.hpp>

#include "server/api/edge.h"
#include "server/api/page.h"
#include "server/api/period.h"

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
  const graph::Period period = read_period(parameters);
  request.from = period.from;
  request.to = period.to;
  request.as_of = read_last_instant(parameters, "as_of");
  if (request.from && request.as_of && *request.from > *request.as_of) {
    throw text::BadRequest("as_of: is before the period begins");
  }
  request.offset = page.offset;
  request.limit = page.limit;
  return request;
}

Json seen_from(const std::string& entity, const graph::Edge& edge,
               EvidenceWriter& writer) {
  Json json = edge_json(edge, writer);
  json["direction"] =
      to_string(edge.source.id == entity ? graph::Direction::kOut
                                         : graph::Direction::kIn);
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
    json["relations"].push_back(seen_from(entity.summary.id, edge, writer));
  }
  set_total(json, answer.total, answer.total_is_exact);
  set_next_cursor(json, parameters, page,
                  page.offset + page.limit < answer.total);
  json["generation"] = to_string(generation.id());
  return json;
}

}  // namespace server::api
