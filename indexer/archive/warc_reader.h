// WARC 1.0 and 1.1 (ISO 28500), unpacked: its responses.

#pragma once

#include <string>

#include "indexer/archive/byte_stream.h"
#include "indexer/archive/record.h"

namespace indexer {

// Hands over HTML and plain text that was answered with status 200, and
// resources of these types. Requests, metadata, revisits, other types and
// robots.txt are no news and are passed over. A record whose Content-Length is
// wrong costs at most itself. Throws InputError if `warc` can't be read on.
void read_warc(BufferedStream& warc, const std::string& archive,
               const RecordSink& sink);

}  // namespace indexer
