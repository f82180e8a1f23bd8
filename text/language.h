// The language of a text.

#pragma once

#include <string>
#include <string_view>

namespace text {

// ISO 639-1 code of the language of `utf8` (`en`, `zh`, `ko`, `ja`, ...),
// empty when the detector (CLD2) is not sure. Thread-safe.
std::string detect_language(std::string_view utf8);

}  // namespace text
