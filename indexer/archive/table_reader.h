// CSV and TSV tables of articles.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/archive/byte_stream.h"
#include "indexer/archive/record.h"
#include "indexer/field_map.h"

namespace indexer {

// The separator (comma, tab, semicolon or bar) of a header that is the first
// line of `text`, but for comments (`#`) and `sep=;`: at least two short cells,
// one of which names a title or a text, or is mapped by `fields`. Nothing if it
// is no header.
std::optional<char> table_separator(std::string_view text,
                                    const FieldMap& fields);

// Each row is an article line with the columns of the header as its fields,
// numbered as the line where it begins.
void read_table(BufferedStream& table, const std::string& archive,
                const RecordSink& sink, const FieldMap& fields);

}  // namespace indexer
