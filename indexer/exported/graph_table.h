// The table of edges of an exported graph, as articles.

#pragma once

#include <string>

#include "indexer/archive/byte_stream.h"
#include "indexer/archive/record.h"

namespace indexer {

// Hands over what StatedArticles::finish() does, whose memory it takes. A row
// that can't be read is a reject.
void read_graph_table(BufferedStream& table, const std::string& archive,
                      const RecordSink& sink);

}  // namespace indexer
