// A file, whatever it is, to its records.

#pragma once

#include <string>

#include "indexer/archive/byte_stream.h"
#include "indexer/archive/record.h"

namespace indexer {

// Unpacks, opens containers in containers, and hands over every record of
// `stream`, which is called `archive`. What can't be read is a reject.
void read_records(ByteStream& stream, const std::string& archive,
                  const RecordSink& sink);

}  // namespace indexer
