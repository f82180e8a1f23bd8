// How much markup, and how many lines, one document may have.

#pragma once

#include <string_view>

namespace indexer {

// Throws InputError if `bytes` has more than 150,000 `<`: a parser would hold
// some 300 bytes for each.
void check_markup_size(std::string_view bytes);

// Throws InputError if `text` has more than 200,000 line ends: scraped text is
// held by the line, in some 200 bytes each.
void check_line_count(std::string_view text);

}  // namespace indexer
