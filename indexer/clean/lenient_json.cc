#include "indexer/clean/lenient_json.h"

#include <algorithm>

namespace indexer {
namespace {

constexpr std::string_view kSpace = " \t\r\n";

bool is_control(char c) { return c >= 0 && c < ' '; }

// What stands in `text` behind its white space; 0 at the end.
char next_mark(std::string_view text) {
  const size_t at = text.find_first_not_of(kSpace);
  return at == std::string_view::npos ? '\0' : text[at];
}

// True if `behind`, what follows a quote, is no more of a string.
bool ends_string(std::string_view behind) {
  constexpr std::string_view kMarks = ",:}]/";
  const char mark = next_mark(behind);
  return mark == '\0' || kMarks.find(mark) != std::string_view::npos;
}

// The bytes of the comment that `text` begins with; 0 if it is none.
size_t comment_size(std::string_view text) {
  const bool line = text.starts_with("//");
  if (!line && !text.starts_with("/*")) return 0;
  const size_t end = text.find(line ? "\n" : "*/", 2);
  if (end == std::string_view::npos) return text.size();
  return end + (line ? 1 : 2);
}

// Adds what `text`, inside a string, begins with; returns its bytes.
size_t add_escape(std::string_view text, std::string& tidy) {
  constexpr std::string_view kEscapes = "\"\\/bfnrtu";
  const bool known =
      text.size() > 1 && kEscapes.find(text[1]) != std::string_view::npos;
  if (known) tidy += text.substr(0, 2);
  return known ? 2 : 1;
}

// Adds the string whose quote `text` begins with; returns its bytes.
size_t add_string(std::string_view text, std::string& tidy) {
  size_t i = 1;
  tidy += '"';
  while (i < text.size()) {
    const char c = text[i];
    if (c == '\\') {
      i += add_escape(text.substr(i), tidy);
      continue;
    }
    ++i;
    if (c == '"' && ends_string(text.substr(i))) break;
    if (c == '"') tidy += '\\';
    tidy += is_control(c) ? ' ' : c;
  }
  if (i >= text.size() && !text.ends_with('"')) return i;
  tidy += '"';
  return i;
}

void drop_last_comma(std::string& tidy) {
  const size_t last = tidy.find_last_not_of(kSpace);
  if (last != std::string::npos && tidy[last] == ',') tidy.resize(last);
}

}  // namespace

std::string tidy_json(std::string_view json) {
  std::string tidy;
  tidy.reserve(json.size());
  while (!json.empty()) {
    const char c = json.front();
    size_t size = comment_size(json);
    if (size == 0 && c == '"') size = add_string(json, tidy);
    if (size == 0) {
      if (c == '}' || c == ']') drop_last_comma(tidy);
      tidy += is_control(c) ? ' ' : c;
      size = 1;
    }
    json.remove_prefix(std::min(size, json.size()));
  }
  return tidy;
}

std::string string_of_key(std::string_view json, std::string_view key) {
  constexpr size_t kMaxBytes = 1000;
  const std::string quoted = '"' + std::string(key) + '"';
  const size_t at = json.find(quoted);
  if (at == std::string_view::npos) return {};
  std::string_view rest = json.substr(at + quoted.size());
  for (const char mark : {':', '"'}) {
    if (next_mark(rest) != mark) return {};
    rest.remove_prefix(rest.find(mark) + 1);
  }
  rest = rest.substr(0, kMaxBytes);
  const size_t end = rest.find_first_of("\"\\");
  if (end == std::string_view::npos || rest[end] == '\\') return {};
  const char mark = next_mark(rest.substr(end + 1));
  const bool certain = mark == ',' || mark == '}' || mark == ']';
  return certain ? std::string(rest.substr(0, end)) : std::string();
}

}  // namespace indexer
