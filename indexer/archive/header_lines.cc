#include "indexer/archive/header_lines.h"

#include <algorithm>

namespace indexer {

std::string to_lower_ascii(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return lower;
}

std::string_view trim_ascii(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n\f\v";
  const size_t begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

std::string_view take_line(std::string_view& rest) {
  const size_t end = std::min(rest.find('\n'), rest.size());
  std::string_view line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

void add_header_line(std::vector<HeaderLine>& headers, std::string_view line) {
  if (line.starts_with(' ') || line.starts_with('\t')) {
    if (!headers.empty()) {
      headers.back().value.append(" ").append(trim_ascii(line));
    }
    return;
  }
  const size_t colon = line.find(':');
  if (colon == std::string_view::npos) return;
  headers.push_back({to_lower_ascii(trim_ascii(line.substr(0, colon))),
                     std::string(trim_ascii(line.substr(colon + 1)))});
}

std::string_view find_header(const std::vector<HeaderLine>& headers,
                             std::string_view name) {
  const auto found = std::ranges::find(headers, name, &HeaderLine::name);
  return found == headers.end() ? std::string_view() : found->value;
}

}  // namespace indexer
