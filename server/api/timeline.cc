#include "server/api/timeline.h"

#include <nlohmann/json.hpp>

#include "server/api/edge.h"
#include "server/api/page.h"
#include "server/api/period.h"

namespace server::api {
namespace {

graph::TimeOrder read_order(const Parameters& parameters) {
  const std::string sort = parameters.one("sort").value_or("newest");
  if (sort == "newest") return graph::TimeOrder::kNewestFirst;
  if (sort == "oldest") return graph::TimeOrder::kOldestFirst;
  refuse_value("sort", sort);
}

graph::TimelineRequest read_request(const Parameters& parameters,
                                    const Page& page) {
  graph::TimelineRequest request;
  request.entity = parameters.required("id");
  request.relations =
      parse_all(parameters, "relation", text::parse_relation_type);
  request.other = parameters.one("other").value_or("");
  request.period = read_period(parameters);
  request.order = read_order(parameters);
  request.offset = page.offset;
  request.limit = page.limit;
  return request;
}

}  // namespace

Json event_json(const graph::Event& event, EvidenceWriter& writer) {
  const graph::EdgeName name{event.source.id, event.type, event.target.id};
  Json json = {{"relation", to_string(name)},
               {"type", text::to_string(event.type)},
               {"source", entity_name(event.source)},
               {"target", entity_name(event.target)}};
  set_time(json, "published", event.evidence.published);
  json["modality"] = text::to_string(event.evidence.modality);
  json["negated"] = event.evidence.negated;
  json["story"] = text::to_string(event.story);
  json["evidence"] = writer.write(event.evidence);
  return json;
}

Json timeline(const Parameters& parameters,
              const generation::Generation& generation) {
  const Page page = read_page(parameters);
  const auto request = read_request(parameters, page);
  const auto entity = require_entity(generation, request.entity);
  const auto answer = generation.graph().timeline(request);
  EvidenceWriter writer(generation);
  Json json = {{"entity", entity_name(entity.summary)},
               {"events", Json::array()}};
  for (const graph::Event& event : answer.events) {
    json["events"].push_back(event_json(event, writer));
  }
  set_total(json, answer.total, !answer.is_cut);
  set_next_cursor(json, parameters, page,
                  page.offset + page.limit < answer.total);
  json["generation"] = to_string(generation.id());
  return json;
}

}  // namespace server::api
