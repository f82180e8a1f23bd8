// Traditional Chinese characters as simplified ones.

#pragma once

#include <string>
#include <string_view>

namespace text {

// `utf8` with every Chinese character as simplified script writes it, one for
// one (`鋅業` -> `锌业`), whatever language it stands in: the same text in
// either script is the same afterwards. Thread-safe. Throws std::runtime_error
// if OpenCC's data is not installed.
std::string simplify(std::string_view utf8);

}  // namespace text
