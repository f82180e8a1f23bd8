// JSON lines, and arrays or sequences of JSON objects.

#pragma once

#include <cstdint>
#include <string>

#include "indexer/archive/byte_stream.h"
#include "indexer/archive/record.h"

namespace indexer {

// Each line that is not blank is a record, numbered as the line; of a line that
// holds a list (json_list.h) each object of it is one.
void read_json_lines(BufferedStream& lines, const std::string& archive,
                     const RecordSink& sink);

// The records of one text that are objects at its top or in lists, each with
// the number `number`.
void read_json_text(std::string text, const std::string& archive,
                    uint64_t number, const RecordSink& sink);

// Each object at the top, in arrays or in a list (json_list.h) is a record.
// Their insides are not checked, and what stands around a list is passed over.
// Other values are rejects; what is no JSON ends the reading with one.
void read_json_values(BufferedStream& values, const std::string& archive,
                      const RecordSink& sink);

}  // namespace indexer
