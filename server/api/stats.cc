#include "server/api/stats.h"

#include <nlohmann/json.hpp>

namespace server::api {
namespace {

Json counts_json(const char* name,
                 const std::vector<std::pair<std::string, uint64_t>>& counts) {
  Json json = Json::array();
  for (const auto& [value, count] : counts) {
    json.push_back({{name, value}, {"count", count}});
  }
  return json;
}

}  // namespace

Json stats(const Parameters&, const generation::Generation& generation) {
  const search::IndexCounts index = generation.index().counts();
  const graph::GraphCounts graph = generation.graph().counts();
  return {{"articles", index.articles},
          {"briefs", index.briefs},
          {"stories", graph.stories},
          {"entities", graph.entities},
          {"edges", graph.edges},
          {"evidence", graph.evidence},
          {"facts", graph.facts},
          {"mentions", graph.mentions},
          {"by_source", counts_json("source", index.by_source)},
          {"by_language", counts_json("language", index.by_language)},
          {"generation", to_string(generation.id())},
          {"created", generation.manifest().created}};
}

}  // namespace server::api
