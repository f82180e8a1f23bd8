// How much markup one document may have.

#pragma once

#include <string_view>

namespace indexer {

// Throws InputError if `bytes` has more than 150,000 `<`: a parser would hold
// some 300 bytes for each.
void check_markup_size(std::string_view bytes);

}  // namespace indexer
