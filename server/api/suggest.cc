#include "server/api/suggest.h"

#include <nlohmann/json.hpp>

#include "server/api/page.h"

namespace server::api {
namespace {

constexpr uint32_t kSuggestions = 10;

}  // namespace

Json suggest(const Parameters& parameters,
             const generation::Generation& generation) {
  const std::string prefix = parameters.one("q").value_or("");
  const uint32_t limit =
      parameters.integer("limit", kSuggestions, {1, kMaxLimit});
  Json json = {{"suggestions", Json::array()}};
  for (const graph::NamedEntity& named :
       generation.graph().suggest(prefix, limit)) {
    json["suggestions"].push_back({{"kind", "entity"},
                                   {"entity", entity_json(named.entity)},
                                   {"matched", named.matched},
                                   {"match", to_string(named.match)}});
  }
  json["generation"] = to_string(generation.id());
  return json;
}

}  // namespace server::api
