// WARC 1.0 and 1.1 (ISO 28500), unpacked: its responses, or its texts (WET).

#pragma once

#include <string>

#include "indexer/archive/byte_stream.h"
#include "indexer/archive/record.h"

namespace indexer {

// Hands over HTML, plain text, feeds, news XML and articles in JSON
// that were answered with status 200 or 203, and resources and conversions
// (WET) of these types. Requests, metadata, revisits, other types and
// robots.txt are no news and are told to be skipped. A record whose
// Content-Length is wrong costs at most itself. Behind bytes that can't be
// unpacked it goes on with the next member; a reject tells how many bytes
// that left out. Throws InputError if `warc` can't be read on.
void read_warc(BufferedStream& warc, const std::string& archive,
               const RecordSink& sink);

}  // namespace indexer
