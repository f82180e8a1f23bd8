// Which address asks which question.

#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include "generation/generation.h"
#include "server/api/export.h"
#include "server/api/json.h"
#include "server/api/judgements.h"
#include "server/parameters.h"
#include "server/target.h"

namespace server {

struct Route {
  // `/v1/entities/{id}/related`: what stands for `{id}` becomes a parameter of
  // that name.
  std::string_view pattern;
  api::Json (*answer)(const Parameters&, const generation::Generation&);
  // Instead of an answer in one piece.
  api::Download (*download)(const Parameters&,
                            std::shared_ptr<const generation::Generation>) =
      nullptr;
};

// What changes the ledger.
struct WriteRoute {
  std::string_view method;  // `POST`
  std::string_view pattern;
  api::Written (*answer)(const Parameters&, std::string_view body,
                         const generation::Generation&);
};

// All that reads of /v1. The other addresses need no generation:
std::span<const Route> routes();
// What writes.
std::span<const WriteRoute> write_routes();

inline constexpr std::string_view kHealthPath = "/healthz";
inline constexpr std::string_view kReadyPath = "/readyz";
inline constexpr std::string_view kOpenapiPath = "/openapi.json";

struct RouteMatch {
  const Route* route = nullptr;
  Parameters parameters;  // those of the path among them
};

std::optional<RouteMatch> find_route(const Target& target);

struct WriteMatch {
  const WriteRoute* route = nullptr;
  Parameters parameters;
};

std::optional<WriteMatch> find_write_route(std::string_view method,
                                           const Target& target);

}  // namespace server
