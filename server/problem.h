// Errors as problem details (RFC 9457).

#pragma once

#include <exception>
#include <string>
#include <string_view>

#include "server/http_server.h"

namespace server {

struct Problem {
  int status = 500;
  std::string detail;
};

// What a client may know of a failed request. This is the one place that gives
// errors their status; those that are not the client's doing are 500, without
// detail.
Problem make_problem(const std::exception_ptr& error);

// What the log says of it.
std::string describe(const std::exception_ptr& error);

// An application/problem+json answer.
Response problem_response(const Problem& problem, std::string_view request_id);

}  // namespace server
