// The evidence of an edge as JSON, also where it stands inside another format,
// and marks as text.

#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "graph/export.h"
#include "text/span.h"

namespace exchange {

// A list, best first. Marks are `[begin, end]` in code points of `sentence`;
// `sentence_begin` counts the bytes before it, in the body or in the title.
nlohmann::ordered_json evidence_json(const graph::ExportedEdge& edge);

// `0-10 42-49`: code points of `sentence`. The marks are its bytes.
std::string marks_text(std::string_view sentence,
                       const std::vector<text::Span>& marks);

// On one line, UTF-8.
std::string dump(const nlohmann::ordered_json& json);

}  // namespace exchange
