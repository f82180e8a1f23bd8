// The evidence of an edge as JSON, also where it stands inside another format.

#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "graph/export.h"

namespace exchange {

// A list, best first. Marks are `[begin, end]` in code points of `sentence`.
nlohmann::ordered_json evidence_json(const graph::ExportedEdge& edge);

// On one line, UTF-8.
std::string dump(const nlohmann::ordered_json& json);

}  // namespace exchange
