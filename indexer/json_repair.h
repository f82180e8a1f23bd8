// JSON as some programs write it, made JSON.

#pragma once

#include <string>
#include <string_view>

namespace indexer {

// `json` with null for NaN and Infinity, and U+FFFD for escaped halves of
// surrogate pairs, which texts have that were cut. All else stands as it was.
std::string repair_json(std::string_view json);

}  // namespace indexer
