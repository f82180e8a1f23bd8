// The charset of a text that does not say it.

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace text {

// The name of the charset that `bytes`, text in one language that is not UTF-8,
// are most likely in; nothing where no charset is likely. A few hundred bytes
// with letters beyond ASCII are enough for most charsets.
std::optional<std::string> guess_charset(std::string_view bytes);

}  // namespace text
