#include "server/api/edge.h"

#include <nlohmann/json.hpp>

#include "server/error.h"

namespace server::api {

std::string edge_id(const graph::Edge& edge) {
  return to_string(graph::EdgeName{edge.source.id, edge.type, edge.target.id});
}

Json edge_json(const graph::Edge& edge, EvidenceWriter& writer) {
  Json json = {{"id", edge_id(edge)},
               {"type", text::to_string(edge.type)},
               {"source", entity_json(edge.source)},
               {"target", entity_json(edge.target)},
               {"modality", text::to_string(edge.modality)},
               {"negated", edge.negated},
               {"confidence", rounded(edge.confidence)},
               {"stories", edge.story_count}};
  if (edge.opposing_story_count > 0) {
    json["opposing_stories"] = edge.opposing_story_count;
  }
  set_time(json, "first_reported", edge.first_reported);
  set_time(json, "last_reported", edge.last_reported);
  if (!edge.evidence.empty()) {
    json["evidence"] = writer.write_all(edge.evidence);
  }
  return json;
}

graph::EdgeName read_edge_id(const Parameters& parameters) {
  const std::string id = parameters.required("id");
  auto name = graph::parse_edge_name(id);
  if (!name) throw NotFound("No relation has the id `" + id + "`.");
  return *std::move(name);
}

}  // namespace server::api
