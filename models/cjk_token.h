// The units in which names are read in Chinese, Japanese and Korean text.

#pragma once

#include <string_view>

namespace models {

// A character of these scripts; a word, a number or a mark of any other.
// Borrowed: the text must outlive it.
struct CjkToken {
  std::string_view text;
  bool space_before = false;
};

}  // namespace models
