// A file, whatever it is, to its records.

#pragma once

#include <string>

#include "indexer/archive/byte_stream.h"
#include "indexer/archive/record.h"
#include "indexer/field_map.h"

namespace indexer {

// Unpacks, opens containers in containers, and hands over every record of
// `stream`, which is called `archive`. What can't be read is a reject. `fields`
// are columns of tables besides the usual ones.
void read_records(ByteStream& stream, const std::string& archive,
                  const RecordSink& sink, const FieldMap& fields = {});

}  // namespace indexer
