// What a request may run into, beside the errors of text/error.h.

#pragma once

#include <stdexcept>

namespace server {

// What was asked for is not there: HTTP 404.
class NotFound : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// What was asked for was there and is no more: HTTP 410.
class Gone : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// The method is not understood at this address: HTTP 405.
class MethodNotAllowed : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Who asks may not write: HTTP 403.
class Forbidden : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// A target that is too long for what it asks for: HTTP 414.
class AddressTooLong : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// A body of another kind than the one that is understood: HTTP 415.
class UnsupportedMedia : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Nothing was indexed yet: HTTP 503.
class Unavailable : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace server
