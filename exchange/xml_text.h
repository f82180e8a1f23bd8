// Text inside XML 1.0.

#pragma once

#include <string>
#include <string_view>

namespace exchange {

// For content and for attributes in double quotes. Control characters that XML
// has no place for are dropped; ill-formed UTF-8, U+FFFE and U+FFFF become
// U+FFFD; line breaks and tabs survive in attributes too.
std::string xml_text(std::string_view utf8);

}  // namespace exchange
