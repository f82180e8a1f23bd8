// UTF-8: validity, and byte offsets to code point offsets.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace text {

// True if `bytes` is well-formed UTF-8 (no overlong forms, no surrogates).
bool is_valid_utf8(std::string_view bytes);

// `bytes` with every ill-formed sequence replaced by U+FFFD.
std::string make_valid_utf8(std::string_view bytes);

// The number of code points of well-formed UTF-8.
uint32_t count_code_points(std::string_view utf8);

// Converts byte offsets of one text to code point offsets and back, in
// constant time apart from a scan of at most 64 bytes. The text must be
// well-formed and outlive the index.
class CodePointIndex {
 public:
  explicit CodePointIndex(std::string_view utf8);

  // The code point offset of `byte`, which is at most the text's size. An
  // offset inside a character counts as its beginning.
  uint32_t code_point(uint32_t byte) const;
  // The byte offset of `code_point`; the text's size when past the end.
  uint32_t byte(uint32_t code_point) const;

 private:
  std::string_view text_;
  std::vector<uint32_t> code_points_before_;  // Every 64 bytes.
};

}  // namespace text
