// A stretch of a UTF-8 text.

#pragma once

#include <cstdint>
#include <string_view>

namespace text {

// Byte offsets, half-open: begin <= end. Inside the program offsets are bytes;
// JSON has code points (text/utf8.h converts).
struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;

  auto operator<=>(const Span&) const = default;
  uint32_t size() const { return end - begin; }
  bool contains(const Span& other) const {
    return begin <= other.begin && other.end <= end;
  }
  bool overlaps(const Span& other) const {
    return begin < other.end && other.begin < end;
  }
};

// The bytes of `text` that `span` covers; `span` must lie inside `text`.
inline std::string_view slice(std::string_view text, Span span) {
  return text.substr(span.begin, span.size());
}

}  // namespace text
