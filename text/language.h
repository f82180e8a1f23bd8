// The language of a text.

#pragma once

#include <string>
#include <string_view>

namespace text {

// ISO 639-1 code of the language of `utf8` (`en`, `zh`, `ko`, `ja`, ...),
// empty when the detector (CLD2) is not sure and the script does not tell
// (Hangul, Kana and Han do, however short the text). Thread-safe.
std::string detect_language(std::string_view utf8);

}  // namespace text
