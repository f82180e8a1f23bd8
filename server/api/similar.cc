#include "server/api/similar.h"

#include <nlohmann/json.hpp>

#include "server/api/page.h"
#include "server/error.h"

namespace server::api {
namespace {

constexpr uint32_t kDefaultSimilar = 10;

Json shared_json(const std::vector<std::string>& ids,
                 const graph::GraphReader& graph) {
  Json json = Json::array();
  for (const std::string& id : ids) {
    const auto entity = graph.entity(id);
    if (entity) json.push_back(entity_name(entity->summary));
  }
  return json;
}

}  // namespace

Json similar(const Parameters& parameters,
             const generation::Generation& generation) {
  const uint32_t limit =
      parameters.integer("limit", kDefaultSimilar, {1, kMaxLimit});
  const std::string name = parameters.required("id");
  const auto id = text::parse_article_id(name);
  if (!id || !generation.index().article(*id)) {
    throw NotFound("No article has the id `" + name + "`.");
  }
  Json json = {{"similar", Json::array()}};
  for (const search::SimilarArticle& found :
       generation.index().similar(*id, limit)) {
    json["similar"].push_back(article_head(found.article));
    json["similar"].back()["score"] = rounded(found.score);
    json["similar"].back()["shared"] =
        shared_json(found.shared, generation.graph());
  }
  json["generation"] = to_string(generation.id());
  return json;
}

}  // namespace server::api
