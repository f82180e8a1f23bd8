// Pages of HTML, one after another in one file.

#pragma once

#include <string>

#include "indexer/archive/byte_stream.h"
#include "indexer/archive/record.h"

namespace indexer {

// Each page is a record; one alone is the file. The next begins where `<html`
// or its document type stands behind `</html>`.
void read_pages(BufferedStream& pages, const std::string& archive,
                const RecordSink& sink);

}  // namespace indexer
