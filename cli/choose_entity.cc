#include "cli/choose_entity.h"

#include <cstdio>

namespace cli {

namespace {

constexpr size_t kCandidatesShown = 8;

}  // namespace

std::optional<graph::EntitySummary> choose_entity(
    const std::string& name, const graph::GraphReader& graph) {
  const auto candidates = graph.resolve(name, kCandidatesShown);
  if (candidates.empty()) {
    std::fprintf(stderr, "lode: no entity named %s\n", name.c_str());
    return std::nullopt;
  }
  if (is_clear(candidates)) return candidates.front().entity;
  std::fprintf(stderr, "lode: %s may be one of these; name one by its id:\n",
               name.c_str());
  for (const auto& candidate : candidates) {
    std::fprintf(stderr, "  %s (%s)\n", candidate.entity.id.c_str(),
                 candidate.entity.name.c_str());
  }
  return std::nullopt;
}

}  // namespace cli
