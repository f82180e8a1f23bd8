#include "server/api/entity.h"

#include <nlohmann/json.hpp>

namespace server::api {

Json entity(const Parameters& parameters,
            const generation::Generation& generation) {
  const graph::EntityDetail detail =
      require_entity(generation, parameters.required("id"));
  Json entity = entity_json(detail.summary);
  entity["aliases"] = detail.aliases;
  set_time(entity, "first_reported", detail.first_reported);
  set_time(entity, "last_reported", detail.last_reported);
  entity["edge_count"] = detail.edge_count;
  return {{"entity", std::move(entity)},
          {"generation", to_string(generation.id())}};
}

}  // namespace server::api
