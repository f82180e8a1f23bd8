// Who may write: never a stranger, never another site's page.

#pragma once

#include <string_view>

#include "server/http_server.h"

namespace server {

// Throws Forbidden unless the request bears `api_key` (where there is one), or
// comes from this machine, to a name of this machine, and from no other site:
// a browser that shows another page, or a proxy that speaks for others, is
// refused. Throws UnsupportedMedia for a body that is not application/json,
// which no page of another site can send without asking first.
void check_write(const Request& request, std::string_view api_key);

}  // namespace server
