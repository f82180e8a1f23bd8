// A text with its marks in brackets, for expectations that can be read.

#pragma once

#include <span>
#include <string>
#include <string_view>

#include "text/span.h"

namespace search {

inline std::string in_brackets(std::string_view text,
                               std::span<const text::Span> marks) {
  std::string shown;
  uint32_t done = 0;
  for (const text::Span& mark : marks) {
    shown.append(text.substr(done, mark.begin - done));
    shown.append("[").append(text::slice(text, mark)).append("]");
    done = mark.end;
  }
  return shown.append(text.substr(done));
}

inline std::string in_quotes(std::string_view text) {
  return std::string("\"").append(text).append("\"");
}

}  // namespace search
