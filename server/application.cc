#include "server/application.h"

#include <chrono>
#include <cstdio>
#include <exception>
#include <nlohmann/json.hpp>
#include <string>

#include "server/error.h"
#include "server/etag.h"
#include "server/openapi.h"
#include "server/problem.h"
#include "server/request_id.h"
#include "server/target.h"
#include "server/write_access.h"

namespace server {
namespace {

using Clock = std::chrono::steady_clock;

constexpr auto kLookForNewGeneration = std::chrono::seconds(1);

Response json_response(std::string body) {
  Response response;
  response.headers = {{"Content-Type", "application/json"},
                      {"Cache-Control", "no-cache"}};
  response.body = std::move(body);
  return response;
}

// Unlike its number, this never names two generations.
std::string etag_of(const generation::Generation& generation,
                    std::string_view target) {
  const generation::Manifest& manifest = generation.manifest();
  std::string content = LODE_VERSION;
  for (const std::string_view part :
       {std::string_view(manifest.created),
        std::string_view(manifest.content_digest),
        std::string_view(generation.ledger_stamp()), target}) {
    content += '\n';
    content += part;
  }
  return make_etag(to_string(generation.id()) + content);
}

std::string milliseconds_since(Clock::time_point began) {
  const std::chrono::duration<double, std::milli> spent = Clock::now() - began;
  char text[32];
  std::snprintf(text, sizeof text, "%.3f", spent.count());
  return text;
}

void add_common_headers(Response& response, std::string_view request_id) {
  for (const auto& [name, value] :
       {std::pair<std::string_view, std::string_view>{"X-Request-Id",
                                                      request_id},
        {"X-Content-Type-Options", "nosniff"},
        {"Referrer-Policy", "no-referrer"},
        {"Cross-Origin-Resource-Policy", "same-origin"},
        {"Content-Security-Policy",
         "default-src 'self'; base-uri 'none'; form-action 'self'; "
         "frame-ancestors 'none'; object-src 'none'"},
        {"Accept-Ranges", "none"}}) {
    response.headers.emplace_back(name, value);
  }
}

// In bytes.
constexpr size_t kLongestTarget = 8192;
constexpr std::string_view kSearchPath = "/v1/search";

// What a log shows of a target.
std::string beginning_of(std::string_view target) {
  constexpr size_t kShown = 2000;
  std::string shown(target.substr(0, kShown));
  if (shown.size() < target.size()) shown += "…";
  return shown;
}

std::string path_of(const Request& request) {
  return request.target.substr(0, request.target.find('?'));
}

}  // namespace

Application::Application(const ApplicationOptions& options)
    : api_key_(options.api_key),
      log_(options.verbose),
      files_(options.web),
      live_(options.data, kLookForNewGeneration,
            [this](std::string_view problem) { log_.error(problem); }) {}

Response Application::answer(const Request& request) {
  const auto began = Clock::now();
  const std::string id = make_request_id(request.header("x-request-id"));
  Response response = dispatch(request, id);
  add_common_headers(response, id);
  const std::string spent = milliseconds_since(began);
  response.headers.emplace_back("Server-Timing", "total;dur=" + spent);
  log_.request(request.client + " " + request.method + " " +
               beginning_of(request.target) + " " +
               std::to_string(response.status) + " " +
               std::to_string(response.body.size()) + " " + spent + "ms " + id);
  return response;
}

Response Application::refuse(int status) const {
  const std::string id = make_request_id("");
  Response response =
      problem_response({status, "This is not a request that can be read."}, id);
  add_common_headers(response, id);
  response.headers.emplace_back("Server-Timing", "total;dur=0");
  return response;
}

Response Application::dispatch(const Request& request, std::string_view id) {
  try {
    if (request.method == "POST" || request.method == "DELETE") {
      return answer_write(request);
    }
    if (request.method != "GET" && request.method != "HEAD") {
      throw MethodNotAllowed(request.method + " is not understood here.");
    }
    const std::string path = path_of(request);
    if (request.target.size() > kLongestTarget && path != kSearchPath) {
      throw AddressTooLong("Only the query of a search may be as long.");
    }
    if (path == kHealthPath) return json_response(R"({"status":"ok"})");
    if (path == kReadyPath) return ready();
    if (path == kOpenapiPath) return json_response(std::string(openapi_json()));
    const Target target = parse_target(request.target);
    if (const auto match = find_route(target)) {
      return answer_route(*match, request);
    }
    if (target.segments.front() == "v1") {
      throw NotFound("There is no such address in this API.");
    }
    return files_.answer(request, target);
  } catch (...) {
    return failure(request, id);
  }
}

Response Application::ready() const {
  const auto generation = live_.get();
  if (!generation) throw Unavailable("Nothing was indexed yet.");
  const nlohmann::ordered_json body = {
      {"status", "ready"}, {"generation", to_string(generation->id())}};
  Response response = json_response(body.dump());
  response.headers.back().second = "no-store";
  return response;
}

Response Application::answer_route(const RouteMatch& match,
                                   const Request& request) const {
  const auto generation = live_.get();  // for the whole of this request
  if (!generation) throw Unavailable("Nothing was indexed yet.");
  const std::string etag = etag_of(*generation, request.target);
  Response response;
  if (lists_etag(request.header("if-none-match"), etag)) {
    response.status = 304;
    response.headers = {{"Cache-Control", "no-cache"}};
  } else if (match.route->download) {
    response = stream(match.route->download(match.parameters, generation),
                      request.target);
  } else {
    response = json_response(
        api::dump(match.route->answer(match.parameters, *generation)));
  }
  response.headers.emplace_back("ETag", etag);
  return response;
}

Response Application::stream(api::Download download,
                             const std::string& target) const {
  Response response;
  response.headers = {{"Content-Type", std::move(download.content_type)},
                      {"Content-Disposition",
                       "attachment; filename=\"" + download.file_name + "\""},
                      {"Cache-Control", "no-cache"}};
  response.next_part = [this, target, next = std::move(download.next_part)] {
    try {
      return std::optional(next());
    } catch (const std::exception& error) {
      log_.error(target + ": cut off: " + error.what());
      return std::optional<std::string>();
    }
  };
  return response;
}

Response Application::answer_write(const Request& request) {
  const Target target = parse_target(request.target);
  const auto match = find_write_route(request.method, target);
  if (!match) {
    throw MethodNotAllowed(request.method + " is not understood here.");
  }
  check_write(request, api_key_);
  const auto generation = live_.get();
  if (!generation) throw Unavailable("Nothing was indexed yet.");
  api::Written written =
      match->route->answer(match->parameters, request.body, *generation);
  if (written.now) live_.adopt(std::move(written.now));
  live_.refresh();
  Response response = json_response(std::move(written.body));
  response.status = written.status;
  response.headers.back().second = "no-store";
  return response;
}

Response Application::failure(const Request& request,
                              std::string_view id) const {
  const auto error = std::current_exception();
  const Problem problem = make_problem(error);
  if (problem.status == 500) {
    log_.error(beginning_of(request.target) + " (" + std::string(id) +
               "): " + describe(error));
  }
  return problem_response(problem, id);
}

}  // namespace server
