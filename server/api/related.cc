#include "server/api/related.h"

#include <nlohmann/json.hpp>

#include "server/api/page.h"
#include "server/api/period.h"

namespace server::api {
namespace {

Json reason_json(const graph::RelationReason& reason) {
  Json json = {{"kind", "relation"},
               {"type", text::to_string(reason.type)},
               {"direction", to_string(reason.direction)},
               {"modality", text::to_string(reason.modality)}};
  if (reason.negated) json["negated"] = true;
  json["stories"] = reason.story_count;
  return json;
}

Json reason_json(const graph::AssociationReason& reason) {
  return {{"kind", "association"},
          {"lift", rounded(reason.lift)},
          {"stories", reason.story_count}};
}

Json reason_json(const graph::SharedReason& reason) {
  return {{"kind", "shared"},
          {"type", text::to_string(reason.type)},
          {"direction", to_string(reason.direction)},
          {"entity", entity_name(reason.third)}};
}

Json related_json(const graph::Related& related, EvidenceWriter& writer) {
  Json reasons = Json::array();
  for (const graph::Reason& reason : related.reasons) {
    reasons.push_back(
        std::visit([](const auto& kind) { return reason_json(kind); }, reason));
  }
  return {{"entity", entity_json(related.entity)},
          {"score", rounded(related.score)},
          {"reasons", std::move(reasons)},
          {"evidence", writer.write_all(related.evidence)}};
}

graph::RelatedRequest read_request(const Parameters& parameters,
                                   const Page& page) {
  graph::RelatedRequest request;
  request.entity = parameters.required("id");
  request.types = parse_all(parameters, "type", text::parse_entity_type);
  request.relations =
      parse_all(parameters, "relation", text::parse_relation_type);
  request.period = read_period(parameters);
  request.sources = parameters.all("source");
  request.offset = page.offset;
  request.limit = page.limit;
  return request;
}

}  // namespace

Json related(const Parameters& parameters,
             const generation::Generation& generation) {
  const Page page = read_page(parameters);
  Json json = related_answer(read_request(parameters, page), generation);
  const bool has_more =
      page.offset + page.limit < json["total"].get<uint64_t>();
  set_next_cursor(json, parameters, page, has_more);
  return json;
}

Json related_answer(const graph::RelatedRequest& request,
                    const generation::Generation& generation) {
  const auto entity = require_entity(generation, request.entity);
  return related_json(entity.summary, generation.graph().related(request),
                      generation);
}

Json related_json(const graph::EntitySummary& entity,
                  const graph::RelatedAnswer& answer,
                  const generation::Generation& generation) {
  EvidenceWriter writer(generation);
  Json json = {{"entity", entity_name(entity)}, {"related", Json::array()}};
  for (const graph::Related& related : answer.related) {
    json["related"].push_back(related_json(related, writer));
  }
  set_total(json, answer.total, answer.total_is_exact);
  json["generation"] = to_string(generation.id());
  return json;
}

}  // namespace server::api
