#include "server/api/entities.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "server/api/page.h"

namespace server::api {
namespace {

using Types = std::vector<text::EntityType>;

// The names that are looked through for those of the wanted types.
constexpr size_t kMaxNamesResolved = 1000;

// One more than the page holds tells that there is a page after it.
size_t wanted(const Page& page) { return size_t{page.offset} + page.limit + 1; }

Json named_entities(const std::string& name, const Types& types,
                    const graph::GraphReader& graph) {
  Json json = Json::array();
  for (const auto& named : graph.resolve(name, kMaxNamesResolved)) {
    const bool is_wanted =
        types.empty() ||
        std::ranges::find(types, named.entity.type) != types.end();
    if (!is_wanted) continue;
    json.push_back(entity_json(named.entity));
    json.back()["match"] = to_string(named.match);
    json.back()["matched"] = named.matched;
  }
  return json;
}

Json listed_entities(const Types& types, size_t count,
                     const graph::GraphReader& graph) {
  std::vector<graph::EntitySummary> entities;
  if (types.empty()) entities = graph.entities(std::nullopt, 0, count);
  for (const text::EntityType type : types) {
    std::ranges::move(graph.entities(type, 0, count),
                      std::back_inserter(entities));
  }
  if (types.size() > 1) {
    std::ranges::stable_sort(entities, std::greater(),
                             &graph::EntitySummary::article_count);
  }
  Json json = Json::array();
  for (const auto& entity : entities) json.push_back(entity_json(entity));
  return json;
}

Types read_types(const Parameters& parameters) {
  Types types = parse_all(parameters, "type", text::parse_entity_type);
  std::ranges::sort(types);
  const auto repeated = std::ranges::unique(types);
  types.erase(repeated.begin(), repeated.end());
  return types;
}

}  // namespace

Json entities(const Parameters& parameters,
              const generation::Generation& generation) {
  const Page page = read_page(parameters);
  const Types types = read_types(parameters);
  const auto name = parameters.one("q");
  const graph::GraphReader& graph = generation.graph();
  const Json found = name ? named_entities(*name, types, graph)
                          : listed_entities(types, wanted(page), graph);
  const size_t begin = std::min<size_t>(page.offset, found.size());
  const size_t end = std::min<size_t>(begin + page.limit, found.size());
  Json json = {{"entities", Json::array()}};
  for (size_t i = begin; i < end; ++i) json["entities"].push_back(found[i]);
  if (!name && types.empty()) json["total"] = graph.counts().entities;
  set_next_cursor(json, parameters, page, end < found.size());
  json["generation"] = to_string(generation.id());
  return json;
}

}  // namespace server::api
