// A graph of two entities whose names no format likes.

#pragma once

#include <string>

#include "exchange/graph_writer.h"

namespace exchange {

// Quotes, markup, a line break, a control character, an emoji, Chinese.
inline const std::string kAwkwardName =
    "=\"A\" <&> 'B'\nline two \x01 🦊 株冶集团";
inline const std::string kAwkwardId = "company:株冶 \"<&>|集团";

graph::EntityDetail awkward_entity();

// That entity plans to acquire `facility:plain`; one piece of evidence.
graph::ExportedEdge awkward_edge();

// The article of that evidence, with a fact in it.
ReadText awkward_article();

// All that a writer makes of them.
std::string write_all(GraphWriter& writer);

}  // namespace exchange
