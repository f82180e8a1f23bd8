// GraphML and GEXF with evidence, as articles.

#pragma once

#include <string>

#include "indexer/archive/byte_stream.h"
#include "indexer/archive/record.h"

namespace indexer {

// Hands over what StatedArticles::finish() does, whose memory it takes, and
// that of one node or edge, of at most kMaxRecordBytes. Nodes and edges may
// come in any order. Records are lines. An edge without evidence is a reject;
// where none can have any, the file is. What comes before a part that is not
// XML is read.
void read_graph_xml(BufferedStream& xml, const std::string& archive,
                    const RecordSink& sink);

}  // namespace indexer
