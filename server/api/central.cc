#include "server/api/central.h"

#include <nlohmann/json.hpp>

#include "graph/central.h"
#include "graph/news.h"
#include "server/api/edge.h"
#include "server/api/page.h"
#include "server/api/period.h"

namespace server::api {

Json central(const Parameters& parameters,
             const generation::Generation& generation) {
  graph::CentralRequest request;
  request.period = read_period(parameters);
  request.types = parse_all(parameters, "type", text::parse_entity_type);
  request.limit = parameters.integer("limit", kDefaultLimit, {1, kMaxLimit});
  const auto answer = generation.graph().central(request);
  Json json = {{"entities", Json::array()}};
  for (const graph::CentralEntity& central : answer.entities) {
    json["entities"].push_back({{"entity", entity_json(central.entity)},
                                {"score", rounded(central.score)},
                                {"stories", central.story_count},
                                {"relations", central.edge_count}});
  }
  json["articles"] = answer.articles;
  json["sampled"] = answer.sampled;
  json["generation"] = to_string(generation.id());
  return json;
}

Json news(const Parameters& parameters,
          const generation::Generation& generation) {
  const Page page = read_page(parameters);
  graph::NewsRequest request;
  request.days =
      parameters.integer("days", request.days, {1, graph::kMaxNewDays});
  request.offset = page.offset;
  request.limit = page.limit;
  const auto answer = generation.graph().news(request);
  EvidenceWriter writer(generation);
  Json json;
  set_time(json, "from", answer.period.from);
  set_time(json, "to", answer.period.to);
  json["entities"] = Json::array();
  for (const graph::NewEntity& one : answer.entities) {
    Json entity = entity_json(one.entity);
    set_time(entity, "first_reported", one.first_reported);
    json["entities"].push_back(std::move(entity));
  }
  json["entity_total"] = answer.entity_total;
  json["relations"] = Json::array();
  for (const graph::Edge& edge : answer.edges) {
    json["relations"].push_back(edge_json(edge, writer));
  }
  json["relation_total"] = answer.edge_total;
  json["is_cut"] = answer.is_cut;
  set_next_cursor(json, parameters, page,
                  page.offset + page.limit <
                      std::max(answer.entity_total, answer.edge_total));
  json["generation"] = to_string(generation.id());
  return json;
}

}  // namespace server::api
