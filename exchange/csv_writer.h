// CSV (RFC 4180): a table of edges, of entities or of facts.

#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/graph_writer.h"

namespace exchange {

// One line. A cell that a spreadsheet would take for a formula is given a
// leading apostrophe (indexer/archive/csv_cells.h takes it away again).
std::string csv_line(const std::vector<std::string>& cells);

std::unique_ptr<GraphWriter> make_csv_writer(Table table);

}  // namespace exchange
