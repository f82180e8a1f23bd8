// The name of one request, for finding it again in the log.

#pragma once

#include <string>
#include <string_view>

namespace server {

// `offered` if it is 1 to 64 letters, digits, `-`, `_` and `.`; otherwise a new
// random one.
std::string make_request_id(std::string_view offered);

}  // namespace server
