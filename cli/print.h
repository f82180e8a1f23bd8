// How answers read on a terminal.

#pragma once

#include <optional>
#include <string>

#include "graph/graph_reader.h"
#include "search/index_reader.h"

namespace cli {

// The entity on the first line, then a line for each related one: rank, score,
// name, type, reasons, best sentence.
void print_related(const graph::EntitySummary& entity,
                   const graph::RelatedAnswer& answer);

// A line for each hit, with date and source, and its snippet below it.
void print_hits(const search::SearchAnswer& answer);

// Without terminal escapes and line breaks, which would break the line.
std::string on_one_line(std::string text);

// `2025-12-16`, or `undated`.
std::string date_of(const std::optional<text::Timestamp>& time);

// `invests in`
std::string words_of(text::RelationType type);

// `acquires it (planned, 3 stories)`, `named together 14.2 times more often
// than chance (9 stories)`; `it` is the entity that was asked about.
std::string describe(const graph::Reason& reason);

}  // namespace cli
