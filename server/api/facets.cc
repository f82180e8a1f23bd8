#include "server/api/facets.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

namespace server::api {
namespace {

Json value_json(const search::FacetValue& value) {
  Json json = {{"value", value.value}, {"count", value.count}};
  if (value.is_chosen) json["chosen"] = true;
  return json;
}

// An article may name several entities that curators made one, and those that
// are not shown count, too: the count of the one is at least that of each.
void merge_into(Json& known, const search::FacetValue& value) {
  known["count"] = std::max(known["count"].get<uint64_t>(), value.count);
  if (value.is_chosen) known["chosen"] = true;
}

Json entity_values_json(const std::vector<search::FacetValue>& values,
                        const graph::GraphReader& graph) {
  Json json = Json::array();
  std::map<std::string, size_t> places;
  for (const search::FacetValue& value : values) {
    const auto entity = graph.entity(value.value);
    if (!entity) continue;  // hidden by a curator
    const auto& summary = entity->summary;
    const auto [place, is_new] = places.emplace(summary.id, json.size());
    if (!is_new) {
      merge_into(json[place->second], value);
      continue;
    }
    json.push_back(value_json(value));
    json.back()["value"] = summary.id;
    json.back()["name"] = summary.name;
    json.back()["type"] = text::to_string(summary.type);
    if (graph.ids_of(summary.id).size() > 1) {
      json.back()["count_relation"] = "gte";
    }
  }
  return json;
}

Json values_json(const search::FacetCounts& counts,
                 const graph::GraphReader& graph) {
  if (counts.facet == search::Facet::kEntity) {
    return entity_values_json(counts.values, graph);
  }
  Json json = Json::array();
  for (const auto& value : counts.values) json.push_back(value_json(value));
  return json;
}

}  // namespace

std::set<search::Facet> read_facets(const Parameters& parameters) {
  const auto facets = parse_all(parameters, "facet", search::parse_facet);
  return {facets.begin(), facets.end()};
}

std::optional<search::Interval> read_interval(const Parameters& parameters) {
  const auto name = parameters.one("histogram");
  if (!name) return std::nullopt;
  const auto interval = search::parse_interval(*name);
  if (!interval) refuse_value("histogram", *name);
  return interval;
}

Json facets_json(const std::vector<search::FacetCounts>& facets,
                 const graph::GraphReader& graph) {
  Json json = Json::object();
  for (const search::FacetCounts& counts : facets) {
    json[std::string(search::to_string(counts.facet))] = {
        {"values", values_json(counts, graph)},
        {"values_left_out", counts.values_left_out},
        {"without", counts.without}};
  }
  return json;
}

Json histogram_json(const search::Histogram& histogram) {
  Json json = {{"interval", search::to_string(histogram.interval)},
               {"undated", histogram.undated},
               {"buckets", Json::array()}};
  for (const search::Bucket& bucket : histogram.buckets) {
    json["buckets"].push_back(
        {{"date", text::to_date(bucket.begin)}, {"count", bucket.count}});
  }
  return json;
}

}  // namespace server::api
