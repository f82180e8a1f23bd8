// Mailboxes (RFC 4155): messages one after another.

#pragma once

#include <string>
#include <string_view>

#include "indexer/archive/byte_stream.h"
#include "indexer/archive/record.h"

namespace indexer {

// `From a@b Thu Jan  2 03:04:05 2025`: it names a year.
bool is_mbox_separator(std::string_view line);

// True if `text` begins with the name of a header line: `Subject:`.
bool is_header_line(std::string_view text);

// A message begins at the beginning, and after an empty line at a line
// `From ...` that names a year and has a header line below it. `>From ` in a
// message loses its mark.
void read_mbox(BufferedStream& mbox, const std::string& archive,
               const RecordSink& sink);

}  // namespace indexer
