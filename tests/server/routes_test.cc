#include "server/routes.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "server/openapi.h"

namespace server {
namespace {

std::optional<RouteMatch> find(std::string_view target) {
  return find_route(parse_target(target));
}

// The names in braces: `/v1/entities/{id}` -> `id`.
std::set<std::string> path_parameters(std::string pattern) {
  std::set<std::string> names;
  for (size_t open = 0; (open = pattern.find('{')) != std::string::npos;) {
    const size_t close = pattern.find('}');
    names.insert(pattern.substr(open + 1, close - open - 1));
    pattern.erase(0, close + 1);
  }
  return names;
}

}  // namespace

TEST_CASE("openapi.json describes every address and no other") {
  std::set<std::string> served = {std::string(kHealthPath),
                                  std::string(kReadyPath),
                                  std::string(kOpenapiPath)};
  for (const Route& route : routes()) served.emplace(route.pattern);
  for (const WriteRoute& route : write_routes()) served.emplace(route.pattern);
  std::set<std::string> described;
  const auto document = nlohmann::json::parse(openapi_json());
  for (const auto& [path, item] : document.at("paths").items()) {
    described.insert(path);
  }
  CHECK(served == described);
}

TEST_CASE("openapi.json describes the parameters of every path") {
  const auto document = nlohmann::json::parse(openapi_json());
  for (const auto& [path, item] : document.at("paths").items()) {
    for (const auto& [method, operation] : item.items()) {
      std::set<std::string> described;
      for (auto parameter :
           operation.value("parameters", nlohmann::json::array())) {
        if (parameter.contains("$ref")) {
          const auto ref = parameter.at("$ref").get<std::string>();
          parameter = document.at(nlohmann::json::json_pointer(ref.substr(1)));
        }
        if (parameter.at("in") == "path") {
          described.insert(parameter.at("name"));
        }
      }
      CAPTURE(path);
      CAPTURE(method);
      CHECK(described == path_parameters(path));
    }
  }
}

TEST_CASE("every reference in openapi.json leads somewhere") {
  const auto document = nlohmann::json::parse(openapi_json());
  const auto leaves = document.flatten();
  for (const auto& [pointer, value] : leaves.items()) {
    if (!pointer.ends_with("/$ref")) continue;
    CAPTURE(value);
    const auto ref = value.get<std::string>();
    CHECK(document.contains(nlohmann::json::json_pointer(ref.substr(1))));
  }
}

TEST_CASE("what stands in the path becomes a parameter") {
  const auto match = find("/v1/entities/company%3Ax/related?limit=3&id=y");
  REQUIRE(match.has_value());
  CHECK(match->route->pattern == "/v1/entities/{id}/related");
  CHECK(match->parameters.one("id") == "company:x");
  CHECK(match->parameters.one("limit") == "3");
}

TEST_CASE("only whole paths match") {
  CHECK(find("/v1/entities")->route->pattern == "/v1/entities");
  CHECK_FALSE(find("/").has_value());
  CHECK_FALSE(find("/v1/entities/").has_value());
  CHECK_FALSE(find("/v1/entities//related").has_value());
  CHECK_FALSE(find("/v1/entities/x/related/y").has_value());
  CHECK_FALSE(find("/v2/search").has_value());
}

}  // namespace server
