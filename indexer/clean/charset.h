// Bytes of any charset to UTF-8.

#pragma once

#include <string>
#include <string_view>

namespace indexer {

// Well-formed UTF-8 without NUL and byte order mark. Non-ASCII bytes that are
// well-formed UTF-8 are UTF-8, whatever `declared` (a charset's name in any
// case, or empty) says; otherwise a byte order mark counts, then zeros in every
// second or fourth byte, then `declared`, then what the bytes look like. Of
// 1000 bytes one, and three in all, may be none of the charset and come out as
// U+FFFD. Throws InputError if nothing fits.
std::string decode(std::string_view bytes, std::string_view declared);

// The charset that a page's <meta> or an XML declaration names; empty if none.
std::string charset_of_markup(std::string_view bytes);

}  // namespace indexer
