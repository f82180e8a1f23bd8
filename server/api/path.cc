#include "server/api/path.h"

#include <nlohmann/json.hpp>

#include "server/api/chosen_entity.h"
#include "server/api/edge.h"

namespace server::api {
namespace {

constexpr uint32_t kDefaultPaths = 3;

// A step that no relation takes: the two are only named together.
Json association_json(const graph::Path& path, size_t hop,
                      EvidenceWriter& writer) {
  const graph::Hop& step = path.hops[hop];
  return {{"source", entity_json(path.nodes[hop])},
          {"target", entity_json(path.nodes[hop + 1])},
          {"lift", rounded(step.association->lift)},
          {"stories", step.association->story_count},
          {"evidence", writer.write_all(step.sightings)}};
}

}  // namespace

Json path_json(const graph::Path& path, EvidenceWriter& writer) {
  Json json = {{"score", rounded(path.score)},
               {"nodes", Json::array()},
               {"edges", Json::array()}};
  for (const graph::EntitySummary& node : path.nodes) {
    json["nodes"].push_back(entity_json(node));
  }
  for (size_t i = 0; i < path.hops.size(); ++i) {
    const graph::Hop& hop = path.hops[i];
    Json edge = {{"kind", hop.edge ? "relation" : "association"}};
    edge.update(hop.edge ? edge_json(*hop.edge, writer)
                         : association_json(path, i, writer));
    edge["strength"] = rounded(hop.strength);
    if (hop.edge_count > 1) edge["more_relations"] = hop.edge_count - 1;
    json["edges"].push_back(std::move(edge));
  }
  return json;
}

Json path(const Parameters& parameters,
          const generation::Generation& generation) {
  graph::PathsRequest request;
  request.max_hops =
      parameters.integer("max_hops", request.max_hops, {1, graph::kMaxHops});
  request.limit =
      parameters.integer("limit", kDefaultPaths, {1, graph::kMaxPaths});
  request.from = choose_entity(parameters, "from", generation).id;
  request.to = choose_entity(parameters, "to", generation).id;
  return path_answer(request, generation);
}

std::optional<std::string> path_message(const graph::PathsRequest& request,
                                        const graph::PathsAnswer& answer) {
  if (!answer.paths.empty() && !answer.by_association) return std::nullopt;
  if (request.from == request.to) return "Both are the same entity.";
  const std::string hops = std::to_string(request.max_hops) +
                           (request.max_hops == 1 ? " step" : " steps");
  if (answer.paths.empty()) {
    return "Nothing connects the two within " + hops +
           (answer.is_cut ? ", as far as their strongest ties go." : ".");
  }
  return "No stated relations connect the two within " + hops +
         ": some steps are names that stand together.";
}

Json path_answer(const graph::PathsRequest& request,
                 const generation::Generation& generation) {
  const auto from = require_entity(generation, request.from);
  const auto to = require_entity(generation, request.to);
  const auto answer = generation.graph().paths(request);
  EvidenceWriter writer(generation);
  Json json = {{"from", entity_name(from.summary)},
               {"to", entity_name(to.summary)},
               {"paths", Json::array()}};
  for (const graph::Path& path : answer.paths) {
    json["paths"].push_back(path_json(path, writer));
  }
  if (const auto message = path_message(request, answer)) {
    json["message"] = *message;
  }
  json["by_association"] = answer.by_association;
  json["is_cut"] = answer.is_cut;
  json["generation"] = to_string(generation.id());
  return json;
}

}  // namespace server::api
