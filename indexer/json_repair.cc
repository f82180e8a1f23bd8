#include "indexer/json_repair.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace indexer {
namespace {

constexpr std::string_view kReplacement = "\\ufffd";
constexpr size_t kEscapeBytes = kReplacement.size();

// The surrogate whose escape `text` begins with; 0 if it begins with none.
unsigned surrogate_at(std::string_view text) {
  if (!text.starts_with("\\u") || text.size() < kEscapeBytes) return 0;
  unsigned unit = 0;
  const char* end = text.data() + kEscapeBytes;
  const auto read = std::from_chars(text.data() + 2, end, unit, 16);
  return read.ptr == end && unit >= 0xD800 && unit <= 0xDFFF ? unit : 0;
}

// Adds the escape that `text` begins with; returns its size.
size_t add_escape(std::string_view text, std::string& repaired) {
  const unsigned first = surrogate_at(text);
  if (first == 0) {
    repaired += text.substr(0, 2);
    return std::min<size_t>(2, text.size());
  }
  const bool is_pair =
      first < 0xDC00 && surrogate_at(text.substr(kEscapeBytes)) >= 0xDC00;
  repaired += is_pair ? text.substr(0, 2 * kEscapeBytes) : kReplacement;
  return is_pair ? 2 * kEscapeBytes : kEscapeBytes;
}

// The bytes of the word at the front that is no JSON number; 0 if none is.
size_t no_number_size(std::string_view text) {
  static constexpr std::array<std::string_view, 3> kWords = {"NaN", "Infinity",
                                                             "-Infinity"};
  for (const std::string_view word : kWords) {
    if (text.starts_with(word)) return word.size();
  }
  return 0;
}

}  // namespace

std::string repair_json(std::string_view json) {
  std::string repaired;
  repaired.reserve(json.size());
  bool in_string = false;
  while (!json.empty()) {
    size_t size = in_string ? 0 : no_number_size(json);
    if (size > 0) {
      repaired += "null";
    } else if (in_string && json.front() == '\\') {
      size = add_escape(json, repaired);
    } else {
      in_string = in_string != (json.front() == '"');
      repaired += json.front();
      size = 1;
    }
    json.remove_prefix(size);
  }
  return repaired;
}

}  // namespace indexer
