#include "server/api/chosen_entity.h"

#include <algorithm>

#include "server/error.h"

namespace server::api {
namespace {

constexpr size_t kCandidates = 6;

bool is_named(const graph::NamedEntity& candidate) {
  return candidate.match == graph::NameMatch::kExact ||
         candidate.match == graph::NameMatch::kAlias;
}

std::string ids_of(const std::vector<graph::NamedEntity>& candidates) {
  std::string ids;
  for (const graph::NamedEntity& candidate : candidates) {
    ids += (ids.empty() ? "`" : ", `") + candidate.entity.id + "`";
  }
  return ids;
}

}  // namespace

graph::EntitySummary choose_entity(const Parameters& parameters,
                                   const std::string& name,
                                   const generation::Generation& generation) {
  return choose_entity({name, parameters.required(name)}, generation);
}

graph::EntitySummary choose_entity(const NamedValue& named,
                                   const generation::Generation& generation) {
  const auto& [name, value] = named;
  if (auto entity = generation.graph().entity(value)) return entity->summary;
  const auto near = generation.graph().resolve(value, kCandidates);
  auto candidates = near;
  std::erase_if(candidates, [](const graph::NamedEntity& candidate) {
    return !is_named(candidate);
  });
  if (candidates.empty()) {
    const std::string message =
        "No entity has the id or the name `" + value + "`.";
    if (near.empty()) throw NotFound(message);
    throw NotFound(message + " Names like it: " + ids_of(near) + ".");
  }
  if (is_clear(candidates)) return candidates.front().entity;
  throw text::BadRequest(name + ": `" + value + "` may be " +
                         ids_of(candidates));
}

}  // namespace server::api
