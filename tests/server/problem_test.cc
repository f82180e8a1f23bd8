#include "server/problem.h"

#include <doctest/doctest.h>

#include <stdexcept>

#include "server/error.h"
#include "text/error.h"

namespace server {
namespace {

template <typename Error>
Problem problem_of(const Error& error) {
  return make_problem(std::make_exception_ptr(error));
}

}  // namespace

TEST_CASE("every error has its status") {
  CHECK(problem_of(text::BadRequest("x")).status == 400);
  CHECK(problem_of(NotFound("x")).status == 404);
  CHECK(problem_of(MethodNotAllowed("x")).status == 405);
  CHECK(problem_of(Unavailable("x")).status == 503);
  CHECK(problem_of(text::StorageError("x")).status == 500);
  CHECK(problem_of(std::logic_error("x")).status == 500);
  CHECK(problem_of(42).status == 500);
}

TEST_CASE("what broke inside is for the log only") {
  const text::StorageError error("/data/graph is broken");
  CHECK(problem_of(error).detail.find("graph") == std::string::npos);
  CHECK(describe(std::make_exception_ptr(error)) == "/data/graph is broken");
}

}  // namespace server
