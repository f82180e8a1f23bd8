// The table of edges of an exported graph, as articles.

#pragma once

#include <string>

#include "indexer/archive/byte_stream.h"
#include "indexer/archive/record.h"

namespace indexer {

// One record (a line of graph_line.h) for each article that the rows name, in
// the order of their first rows: its body is made of the sentences of its rows.
// A row that can't be read is a reject, and so is one that gives an entity
// another type than the rows before. Holds the whole table: unlike all others,
// this reader takes as much memory as the file is long.
void read_graph_table(BufferedStream& table, const std::string& archive,
                      const RecordSink& sink);

}  // namespace indexer
