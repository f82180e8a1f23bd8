// JSON lines, and arrays or sequences of JSON objects.

#pragma once

#include <string>

#include "indexer/archive/byte_stream.h"
#include "indexer/archive/record.h"

namespace indexer {

// Each line that is not blank is a record, numbered as the line.
void read_json_lines(BufferedStream& lines, const std::string& archive,
                     const RecordSink& sink);

// Each object at the top or inside one outer array is a record. Their insides
// are not checked. Ends with a reject where something else stands.
void read_json_values(BufferedStream& values, const std::string& archive,
                      const RecordSink& sink);

// The objects of the list that find_json_list() finds are the records; what
// stands around it is passed over.
void read_json_list(BufferedStream& values, const std::string& archive,
                    const RecordSink& sink);

}  // namespace indexer
