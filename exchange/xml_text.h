// Text inside XML 1.0.

#pragma once

#include <string>
#include <string_view>

namespace exchange {

// For content and for attributes in double quotes. Characters that XML has no
// place for (most control characters) are dropped, ill-formed UTF-8 becomes
// U+FFFD; line breaks and tabs survive in attributes too.
std::string xml_text(std::string_view utf8);

}  // namespace exchange
