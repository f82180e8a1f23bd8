// Addresses that are written relative to others (RFC 3986).

#pragma once

#include <string>
#include <string_view>

namespace indexer {

// The scheme and host that `url` begins with, `https://a.example`; empty if it
// is no absolute http or https address.
std::string_view origin_of(std::string_view url);

// What `reference` means on a page at `base` (RFC 3986, 5.2), white space at
// its ends aside. Empty if that is no http or https address. Without a base,
// `//host/path` is of https.
std::string resolve_reference(std::string_view base,
                              std::string_view reference);

}  // namespace indexer
