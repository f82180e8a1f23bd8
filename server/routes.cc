#include "server/routes.h"

#include <array>
#include <string>
#include <vector>

#include "server/api/article.h"
#include "server/api/ask.h"
#include "server/api/central.h"
#include "server/api/communities.h"
#include "server/api/entities.h"
#include "server/api/entity.h"
#include "server/api/export.h"
#include "server/api/facts.h"
#include "server/api/judgements.h"
#include "server/api/neighborhood.h"
#include "server/api/path.h"
#include "server/api/related.h"
#include "server/api/relation.h"
#include "server/api/relations.h"
#include "server/api/search.h"
#include "server/api/similar.h"
#include "server/api/stats.h"
#include "server/api/story.h"
#include "server/api/suggest.h"
#include "server/api/timeline.h"

namespace server {
namespace {

constexpr std::array kRoutes = {
    Route{"/v1/search", api::search},
    Route{"/v1/suggest", api::suggest},
    Route{"/v1/articles/{id}", api::article},
    Route{"/v1/articles/{id}/similar", api::similar},
    Route{"/v1/articles/{id}/story", api::story},
    Route{"/v1/entities", api::entities},
    Route{"/v1/entities/{id}", api::entity},
    Route{"/v1/entities/{id}/related", api::related},
    Route{"/v1/entities/{id}/relations", api::relations},
    Route{"/v1/entities/{id}/timeline", api::timeline},
    Route{"/v1/entities/{id}/facts", api::facts},
    Route{"/v1/entities/{id}/community", api::community},
    Route{"/v1/relations/{id}/evidence", api::relation_evidence},
    Route{"/v1/relations/{id}/history", api::relation_history},
    Route{"/v1/graph/path", api::path},
    Route{"/v1/graph/neighborhood", api::neighborhood},
    Route{"/v1/graph/communities", api::communities},
    Route{"/v1/graph/central", api::central},
    Route{"/v1/graph/new", api::news},
    Route{"/v1/ask", api::ask},
    Route{"/v1/export/graph", nullptr, api::export_graph},
    Route{"/v1/export/search", nullptr, api::export_search},
    Route{"/v1/stats", api::stats},
    Route{"/v1/judgements", api::judgements},
    Route{"/v1/judgements/candidates", api::judgement_candidates},
};

constexpr std::array kWriteRoutes = {
    WriteRoute{"POST", "/v1/judgements", api::add_judgement},
    WriteRoute{"DELETE", "/v1/judgements/{id}", api::undo_judgement},
};

// Takes the first segment off `pattern`, which begins with a slash.
std::string_view next_segment(std::string_view& pattern) {
  pattern.remove_prefix(1);
  const size_t end = std::min(pattern.find('/'), pattern.size());
  const std::string_view segment = pattern.substr(0, end);
  pattern.remove_prefix(end);
  return segment;
}

std::optional<Parameters> match(std::string_view pattern,
                                const Target& target) {
  Parameters parameters = target.parameters;
  for (const std::string& segment : target.segments) {
    if (pattern.empty() || segment.empty()) return std::nullopt;
    const std::string_view expected = next_segment(pattern);
    if (expected.starts_with('{')) {
      const auto name = expected.substr(1, expected.size() - 2);
      parameters.set(std::string(name), segment);
    } else if (expected != segment) {
      return std::nullopt;
    }
  }
  if (!pattern.empty()) return std::nullopt;
  return parameters;
}

}  // namespace

std::span<const Route> routes() { return kRoutes; }

std::span<const WriteRoute> write_routes() { return kWriteRoutes; }

std::optional<RouteMatch> find_route(const Target& target) {
  for (const Route& route : kRoutes) {
    if (auto parameters = match(route.pattern, target)) {
      return RouteMatch{&route, *std::move(parameters)};
    }
  }
  return std::nullopt;
}

std::optional<WriteMatch> find_write_route(std::string_view method,
                                           const Target& target) {
  for (const WriteRoute& route : kWriteRoutes) {
    if (route.method != method) continue;
    if (auto parameters = match(route.pattern, target)) {
      return WriteMatch{&route, *std::move(parameters)};
    }
  }
  return std::nullopt;
}

}  // namespace server
