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

}  // namespace

graph::EntitySummary choose_entity(const Parameters& parameters,
                                   const std::string& name,
                                   const generation::Generation& generation) {
  const std::string value = parameters.required(name);
  if (auto entity = generation.graph().entity(value)) return entity->summary;
  auto candidates = generation.graph().resolve(value, kCandidates);
  std::erase_if(candidates, [](const graph::NamedEntity& candidate) {
    return !is_named(candidate);
  });
  if (candidates.empty()) {
    throw NotFound("No entity has the id or the name `" + value + "`.");
  }
  if (is_clear(candidates)) return candidates.front().entity;
  std::string ids;
  for (const graph::NamedEntity& candidate : candidates) {
    ids += (ids.empty() ? "`" : ", `") + candidate.entity.id + "`";
  }
  throw text::BadRequest(name + ": `" + value + "` may be " + ids);
}

}  // namespace server::api
