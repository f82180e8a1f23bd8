// Mailboxes (RFC 4155): messages one after another.

#pragma once

#include <string>

#include "indexer/archive/byte_stream.h"
#include "indexer/archive/record.h"

namespace indexer {

// A message begins at the beginning, and after an empty line at a line
// `From ...` that names a year and has a header line below it. `>From ` in a
// message loses its mark.
void read_mbox(BufferedStream& mbox, const std::string& archive,
               const RecordSink& sink);

}  // namespace indexer
