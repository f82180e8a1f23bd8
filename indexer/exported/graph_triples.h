// N-Triples with evidence (docs/export.md), as articles.

#pragma once

#include <string>

#include "indexer/archive/byte_stream.h"
#include "indexer/archive/record.h"

namespace indexer {

// Hands over what StatedArticles::finish() does. Lines may come in any order;
// predicates that are not of the format are passed over, and so are bare
// triples, which have no evidence. Records are lines; of what several lines
// tell the first one is named. Memory: that of StatedArticles, two more sorters
// and one subject, of at most kMaxRecordBytes. Throws StorageError.
void read_graph_triples(BufferedStream& lines, const std::string& archive,
                        const RecordSink& sink);

}  // namespace indexer
