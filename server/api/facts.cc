#include "server/api/facts.h"

#include <nlohmann/json.hpp>

#include "server/api/page.h"
#include "server/api/period.h"

namespace server::api {
namespace {

Json point_json(const graph::FactPoint& point, EvidenceWriter& writer) {
  Json json = {{"value", point.value}};
  set_text(json, "date", point.date);
  if (!point.date.empty()) json["date_is_stated"] = point.date_is_stated;
  if (point.disputed) json["disputed"] = true;
  const std::string& sentence = point.evidence.sentence;
  if (point.quantity.size() > 0) {
    json["text"] = text::slice(sentence, point.quantity);
    json["quantity"] = marks_json(sentence, std::span(&point.quantity, 1))[0];
  }
  json["evidence"] = writer.write(point.evidence);
  return json;
}

Json series_json(const graph::FactSeries& series, EvidenceWriter& writer) {
  Json json = {{"entity", entity_name(series.entity)},
               {"measure", series.measure}};
  if (series.commodity) json["commodity"] = entity_name(*series.commodity);
  json["unit"] = series.unit;
  json["disputed"] = series.disputed;
  json["points"] = Json::array();
  for (const graph::FactPoint& point : series.points) {
    json["points"].push_back(point_json(point, writer));
  }
  json["point_count"] = series.point_count;
  return json;
}

graph::FactsRequest read_request(const Parameters& parameters,
                                 const Page& page) {
  graph::FactsRequest request;
  request.entity = parameters.required("id");
  request.measures = parameters.all("measure");
  request.commodities = parameters.all("commodity");
  request.period = read_period(parameters);
  request.offset = page.offset;
  request.limit = page.limit;
  return request;
}

}  // namespace

Json facts(const Parameters& parameters,
           const generation::Generation& generation) {
  const Page page = read_page(parameters);
  Json json = facts_answer(read_request(parameters, page), generation);
  const bool has_more =
      page.offset + page.limit < json["total"].get<uint64_t>();
  set_next_cursor(json, parameters, page, has_more);
  return json;
}

Json facts_answer(const graph::FactsRequest& request,
                  const generation::Generation& generation) {
  const auto entity = require_entity(generation, request.entity);
  const auto answer = generation.graph().facts(request);
  EvidenceWriter writer(generation);
  Json json = {{"entity", entity_name(entity.summary)},
               {"series", Json::array()}};
  for (const graph::FactSeries& series : answer.series) {
    json["series"].push_back(series_json(series, writer));
  }
  set_total(json, answer.total, !answer.is_cut);
  json["generation"] = to_string(generation.id());
  return json;
}

}  // namespace server::api
