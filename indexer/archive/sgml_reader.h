// Collections of news in SGML: `<DOC>` of TREC and Gigaword, `<REUTERS>`.

#pragma once

#include <string>

#include "indexer/archive/byte_stream.h"
#include "indexer/archive/record.h"

namespace indexer {

// Each element that begins at the beginning of a line is a record, read by
// parse_sgml_news(). What stands between them is left out.
void read_sgml_news(BufferedStream& news, const std::string& archive,
                    const RecordSink& sink);

}  // namespace indexer
