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

struct CodePoint {
  char32_t value = 0;  // U+FFFD where the bytes are ill-formed
  uint32_t size = 0;   // in bytes, at least 1
};

// The code point that begins at `offset`, which is less than the text's size.
CodePoint code_point_at(std::string_view utf8, size_t offset);

// U+FFFD if `code_point` is none.
std::string encode_utf8(char32_t code_point);

// The longest part of `utf8` that begins it, ends between characters and has
// at most `max_bytes` bytes.
std::string_view cut_utf8(std::string_view utf8, size_t max_bytes);

// The number of code points of well-formed UTF-8.
uint32_t count_code_points(std::string_view utf8);

// Converts byte offsets of one text to code point offsets in constant time,
// and back in logarithmic time, apart from a scan of at most 64 bytes. The text
// must be well-formed and outlive the index.
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
