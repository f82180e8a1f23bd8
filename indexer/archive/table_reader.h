// CSV and TSV tables of articles.

#pragma once

#include <string>
#include <string_view>

#include "indexer/archive/byte_stream.h"
#include "indexer/archive/record.h"
#include "indexer/field_map.h"

namespace indexer {

// True if `text` begins with a table: below comments (`#`) and `sep=;` a row of
// names, parted by comma, tab, semicolon or bar, one of which is that of a
// title or a text, or mapped by `fields`; or names of three columns and more,
// whatever they mean, above two rows of as many cells.
bool is_table(std::string_view text, const FieldMap& fields);

// Each row is an article line with the columns of the header as its fields,
// numbered as the line where it begins. Throws InputError if no column is known
// to hold a title or a text.
void read_table(BufferedStream& table, const std::string& archive,
                const RecordSink& sink, const FieldMap& fields);

}  // namespace indexer
