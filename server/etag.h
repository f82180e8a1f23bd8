// Entity tags: what a client may keep until it changes.

#pragma once

#include <string>
#include <string_view>

namespace server {

// A strong tag: XXH3 of `content`, in quotes.
std::string make_etag(std::string_view content);

// True if `if_none_match` (the header's value, may be empty) lists `etag`,
// compressed (`-gzip`) or not.
bool lists_etag(std::string_view if_none_match, std::string_view etag);

}  // namespace server
