// `<doc id= url= title=>` blocks, as extractors of MediaWiki dumps write them.

#pragma once

#include <string>

#include "indexer/archive/byte_stream.h"
#include "indexer/archive/record.h"

namespace indexer {

// Each block is an article line; its first line, which repeats the title, is
// left out, each other is a paragraph. Blocks without text are skipped.
void read_doc_blocks(BufferedStream& blocks, const std::string& archive,
                     const RecordSink& sink);

}  // namespace indexer
