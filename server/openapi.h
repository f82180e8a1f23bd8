// The description of the HTTP API that /openapi.json answers.

#pragma once

#include <string_view>

namespace server {

// The content of server/openapi.json: OpenAPI 3.1.
std::string_view openapi_json();

}  // namespace server
