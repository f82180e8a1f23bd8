// The target of a request line: path and parameters.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/parameters.h"

namespace server {

struct Target {
  // Between slashes, percent-decoded: `/v1/a%2Fb` gives `v1` and `a/b`, `/`
  // one empty segment.
  std::vector<std::string> segments;
  Parameters parameters;
};

// Throws BadRequest if it isn't a path with parameters in percent-encoded
// UTF-8, or holds a NUL.
Target parse_target(std::string_view target);

}  // namespace server
