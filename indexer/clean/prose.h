// Whether a text is one that people read.

#pragma once

#include <optional>
#include <string_view>

namespace indexer {

// What `utf8`, which is no known kind of file, is instead of prose: code, a
// list of addresses, an index of a crawl, JSON with something before it;
// nothing if it may be prose.
std::optional<std::string_view> told_from_prose(std::string_view utf8);

}  // namespace indexer
