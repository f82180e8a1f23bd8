// ICU's break rules over UTF-8. Included only inside text/.

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace text {

// The ends, in bytes, of the stretches that a text falls apart into: the last
// one is the text's size, the first stretch begins at 0. Throws
// std::length_error for texts of 2 GiB and more. Thread-safe.
std::vector<uint32_t> word_breaks(std::string_view utf8);
std::vector<uint32_t> sentence_breaks(std::string_view utf8);

}  // namespace text
