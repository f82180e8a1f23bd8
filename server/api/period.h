// The parameters that speak of time.

#pragma once

#include <optional>
#include <string>

#include "graph/period.h"
#include "server/parameters.h"

namespace server::api {

// From `from` and `to`. Throws text::BadRequest where one can't be read, or the
// period ends before it begins.
graph::Period read_period(const Parameters& parameters);

// The last instant of the year, month, day, minute or second of `name`: who
// asks how things stood as of a day means the whole day. Throws
// text::BadRequest.
std::optional<text::Timestamp> read_last_instant(const Parameters& parameters,
                                                 const std::string& name);

}  // namespace server::api
