#include "indexer/archive/front_matter.h"

#include <algorithm>

#include "indexer/archive/header_lines.h"

namespace indexer {
namespace {

// The name of `name: value` or `name = value`; empty if the line has none.
std::string_view name_in(std::string_view line, char sign) {
  const size_t at = line.find(sign);
  if (at == std::string_view::npos) return {};
  const std::string_view name = trim_ascii(line.substr(0, at));
  const bool plain = std::ranges::all_of(name, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           c == '-' || (c >= '0' && c <= '9');
  });
  const bool indented = line.starts_with(' ') || line.starts_with('-');
  return plain && !indented ? name : std::string_view();
}

std::string unquote(std::string_view value) {
  value = trim_ascii(value);
  const bool quoted = value.size() >= 2 && value.front() == value.back() &&
                      (value.front() == '"' || value.front() == '\'');
  if (quoted) value = value.substr(1, value.size() - 2);
  std::string plain;
  for (size_t i = 0; i < value.size(); ++i) {
    if (value[i] == '\\' && i + 1 < value.size() && quoted) ++i;
    plain += value[i];
  }
  return plain;
}

// `[a, "b"]` or one value.
std::vector<std::string> read_values(std::string_view value) {
  value = trim_ascii(value);
  if (!value.starts_with('[') || !value.ends_with(']')) {
    if (value.empty() || value == "|" || value == ">") return {};
    return {unquote(value)};
  }
  value = value.substr(1, value.size() - 2);
  std::vector<std::string> values;
  while (!value.empty()) {
    const size_t end = std::min(value.find(','), value.size());
    values.push_back(unquote(value.substr(0, end)));
    value.remove_prefix(std::min(end + 1, value.size()));
  }
  return values;
}

}  // namespace

size_t front_matter_size(std::string_view text) {
  std::string_view rest = text;
  const std::string_view fence = take_line(rest);
  if (fence != "---" && fence != "+++") return 0;
  const char sign = fence == "---" ? ':' : '=';
  std::string_view first = rest;
  if (name_in(take_line(first), sign).empty()) return 0;
  while (!rest.empty()) {
    if (take_line(rest) == fence) break;
  }
  return text.size() - rest.size();
}

std::vector<FrontMatterField> read_front_matter(std::string_view matter) {
  const char sign = take_line(matter) == "---" ? ':' : '=';
  std::vector<FrontMatterField> fields;
  while (!matter.empty()) {
    const std::string_view line = take_line(matter);
    const std::string_view trimmed = trim_ascii(line);
    const std::string_view name = name_in(line, sign);
    if (!name.empty()) {
      fields.push_back({to_lower_ascii(name),
                        read_values(line.substr(line.find(sign) + 1))});
    } else if (trimmed.starts_with("- ") && !fields.empty()) {
      fields.back().values.push_back(unquote(trimmed.substr(2)));
    }
  }
  return fields;
}

}  // namespace indexer
