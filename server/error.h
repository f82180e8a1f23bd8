// What a request may run into, beside the errors of text/error.h.

#pragma once

#include <stdexcept>

namespace server {

// What was asked for is not there: HTTP 404.
class NotFound : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Only reading methods are understood: HTTP 405.
class MethodNotAllowed : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Nothing was indexed yet: HTTP 503.
class Unavailable : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace server
