// JSON as people type it into pages.

#pragma once

#include <string>
#include <string_view>

namespace indexer {

// `json` without comments and commas that nothing follows, with white space
// for control characters, with `\"` for quotes inside of strings, as far as
// they can be told, and without backslashes that escape nothing. JSON stays
// what it means.
std::string tidy_json(std::string_view json);

// The string that `json`, which may be broken elsewhere, first gives for `key`;
// empty if there is none, or it is not certain where it ends.
std::string string_of_key(std::string_view json, std::string_view key);

}  // namespace indexer
