#include "server/problem.h"

#include <nlohmann/json.hpp>

#include "generation/ledger.h"
#include "server/error.h"
#include "text/error.h"

namespace server {
namespace {

constexpr std::string_view kRetrySeconds = "2";

struct Name {
  std::string_view title;
  std::string_view code;
};

Name name_of(int status) {
  switch (status) {
    case 400:
      return {"Bad request", "bad_request"};
    case 403:
      return {"Forbidden", "forbidden"};
    case 404:
      return {"Not found", "not_found"};
    case 405:
      return {"Method not allowed", "method_not_allowed"};
    case 409:
      return {"Conflict", "conflict"};
    case 410:
      return {"Gone", "gone"};
    case 413:
      return {"Content too large", "content_too_large"};
    case 414:
      return {"Address too long", "uri_too_long"};
    case 415:
      return {"Unsupported media type", "unsupported_media_type"};
    case 416:
      return {"Range not satisfiable", "range_not_satisfiable"};
    case 503:
      return {"Not ready", "not_ready"};
    default:
      return status < 500 ? Name{"Bad request", "bad_request"}
                          : Name{"Internal error", "internal_error"};
  }
}

}  // namespace

Problem make_problem(const std::exception_ptr& error) {
  try {
    std::rethrow_exception(error);
  } catch (const text::BadRequest& e) {
    return {400, e.what()};
  } catch (const Forbidden& e) {
    return {403, e.what()};
  } catch (const NotFound& e) {
    return {404, e.what()};
  } catch (const Gone& e) {
    return {410, e.what()};
  } catch (const MethodNotAllowed& e) {
    return {405, e.what()};
  } catch (const generation::LedgerConflict& e) {
    return {409, e.what()};
  } catch (const AddressTooLong& e) {
    return {414, e.what()};
  } catch (const UnsupportedMedia& e) {
    return {415, e.what()};
  } catch (const Unavailable& e) {
    return {503, e.what()};
  } catch (...) {
    return {500, "The server failed here; its log says more."};
  }
}

std::string describe(const std::exception_ptr& error) {
  try {
    std::rethrow_exception(error);
  } catch (const std::exception& e) {
    return e.what();
  } catch (...) {
    return "an error of a library";
  }
}

Response problem_response(const Problem& problem, std::string_view request_id) {
  const auto [title, code] = name_of(problem.status);
  const nlohmann::ordered_json body = {
      {"type", "about:blank"},    {"title", title}, {"status", problem.status},
      {"detail", problem.detail}, {"code", code},   {"request_id", request_id},
  };
  Response response;
  response.status = problem.status;
  response.headers = {{"Content-Type", "application/problem+json"},
                      {"Cache-Control", "no-store"}};
  if (problem.status == 405) response.headers.push_back({"Allow", "GET, HEAD"});
  if (problem.status == 503) {
    response.headers.push_back({"Retry-After", std::string(kRetrySeconds)});
  }
  response.body = body.dump(-1, ' ', false,
                            nlohmann::ordered_json::error_handler_t::replace);
  return response;
}

}  // namespace server
