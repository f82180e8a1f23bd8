#include "indexer/archive/front_matter.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

#include "indexer/archive/header_lines.h"
#include "text/utf8.h"

namespace indexer {
namespace {

constexpr size_t kMaxFields = 1000;  // and values of one

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

size_t hex_digits(char letter) {
  if (letter == 'x') return 2;
  if (letter == 'u') return 4;
  return letter == 'U' ? 8 : 0;
}

// What a backslash in double quotes stands for (YAML 1.2.2, 5.7), taken off
// `rest`, which begins behind it; a character that means nothing is itself.
std::string take_escape(std::string_view& rest) {
  constexpr std::string_view kLetters = "ntr";
  constexpr std::string_view kMeanings = "\n\t\r";
  const char letter = rest.front();
  rest.remove_prefix(1);
  const std::string_view hex = rest.substr(0, hex_digits(letter));
  uint32_t value = 0;
  const char* const end = hex.data() + hex.size();
  const bool is_whole = !hex.empty() && hex.size() == hex_digits(letter) &&
                        std::from_chars(hex.data(), end, value, 16).ptr == end;
  if (is_whole) {
    rest.remove_prefix(hex.size());
    return text::encode_utf8(value);
  }
  const size_t at = kLetters.find(letter);
  return {at == std::string_view::npos ? letter : kMeanings[at]};
}

// `a` of `"a" # note`, taken off `rest` with its quotes. In single ones `''` is
// a quote, and a backslash stays (YAML 1.2.2, 7.3.2).
std::string take_quoted(std::string_view& rest) {
  const char quote = rest.front();
  std::string plain;
  rest.remove_prefix(1);
  while (!rest.empty()) {
    const char c = rest.front();
    rest.remove_prefix(1);
    const bool doubled = quote == '\'' && rest.starts_with(quote);
    if (c == quote && !doubled) break;
    if (c == quote) rest.remove_prefix(1);
    const bool escapes = c == '\\' && quote == '"' && !rest.empty();
    plain += escapes ? take_escape(rest) : std::string(1, c);
  }
  return plain;
}

bool is_quoted(std::string_view value) {
  return value.size() >= 2 && (value.front() == '"' || value.front() == '\'');
}

// One value, without quotes and a comment behind it.
std::string read_value(std::string_view value) {
  value = trim_ascii(value);
  if (is_quoted(value)) return take_quoted(value);
  return std::string(trim_ascii(value.substr(0, value.find(" #"))));
}

// The values of `a, "b"`.
std::vector<std::string> read_list(std::string_view list) {
  std::vector<std::string> values;
  for (list = trim_ascii(list); !list.empty(); list = trim_ascii(list)) {
    std::string value;
    if (is_quoted(list)) value = take_quoted(list);
    const size_t end = std::min(list.find(','), list.size());
    if (value.empty()) value = read_value(list.substr(0, end));
    if (!value.empty()) values.push_back(std::move(value));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return values;
}

// True if the text of a value stands in the lines below: `>-`, `|`.
bool is_folded(std::string_view value) {
  return !value.empty() && value.size() <= 2 &&
         (value.front() == '>' || value.front() == '|');
}

// Reads the lines between the fences.
class MatterReader {
 public:
  explicit MatterReader(char sign) : sign_(sign) {}

  void take(std::string_view line) {
    const std::string_view trimmed = trim_ascii(line);
    if (trimmed.starts_with('#')) return;
    if (in_list_) return take_list(trimmed);
    // A table of TOML: what follows says nothing of the article itself.
    in_table_ = in_table_ || (sign_ == '=' && trimmed.starts_with('['));
    if (in_table_) return;
    const std::string_view name = name_in(line, sign_);
    if (!name.empty()) {
      begin(name, trim_ascii(line.substr(line.find(sign_) + 1)));
    } else if (!fields_.empty()) {
      take_inside(trimmed, fields_.back().values);
    }
  }

  bool is_full() const { return fields_.size() == kMaxFields; }
  std::vector<FrontMatterField> finish() { return std::move(fields_); }

 private:
  void begin(std::string_view name, std::string_view value) {
    fields_.push_back({to_lower_ascii(name), {}});
    folded_ = is_folded(value);
    if (folded_ || value.empty()) return;
    if (value.starts_with('[')) {
      in_list_ = true;
      take_list(value.substr(1));
    } else {
      add(read_value(value));
    }
  }

  void add(std::string value) {
    std::vector<std::string>& values = fields_.back().values;
    if (values.size() < kMaxFields) values.push_back(std::move(value));
  }

  // Values up to the bracket that ends the list, in this line or a later one.
  void take_list(std::string_view line) {
    const size_t end = line.rfind(']');
    in_list_ = end == std::string_view::npos;
    for (std::string& value : read_list(line.substr(0, end))) {
      add(std::move(value));
    }
  }

  // `- Jane Doe`, `- name: Jane Doe`, `name: Jane Doe`, or more of a text.
  void take_inside(std::string_view line, std::vector<std::string>& values) {
    constexpr std::string_view kName = "name:";
    const bool item = line.starts_with("- ");
    if (folded_ && !item) {
      if (values.empty()) values.emplace_back();
      if (!values[0].empty() && !line.empty()) values[0] += ' ';
      values[0] += line;
      return;
    }
    if (item) line = trim_ascii(line.substr(2));
    const bool named = line.starts_with(kName);
    if (named) line = line.substr(kName.size());
    if (item || (named && values.empty())) add(read_value(line));
  }

  char sign_;
  std::vector<FrontMatterField> fields_;
  bool folded_ = false;
  bool in_list_ = false;
  bool in_table_ = false;
};

bool ends_matter(std::string_view line, std::string_view fence) {
  return line == fence || (fence == "---" && line == "...");
}

}  // namespace

bool begins_front_matter(std::string_view text) {
  const std::string_view fence = take_line(text);
  if (fence != "---" && fence != "+++") return false;
  const char sign = fence == "---" ? ':' : '=';
  std::string_view line = take_line(text);
  while (!text.empty() && trim_ascii(line).starts_with('#')) {
    line = take_line(text);
  }
  return !name_in(line, sign).empty();
}

size_t front_matter_size(std::string_view text) {
  if (!begins_front_matter(text)) return 0;
  std::string_view rest = text;
  const std::string_view fence = take_line(rest);
  while (!rest.empty()) {
    if (ends_matter(take_line(rest), fence)) return text.size() - rest.size();
  }
  return 0;
}

std::vector<FrontMatterField> read_front_matter(std::string_view matter) {
  MatterReader reader(take_line(matter) == "---" ? ':' : '=');
  while (!matter.empty() && !reader.is_full()) {
    const std::string_view line = take_line(matter);
    if (!matter.empty()) reader.take(line);
  }
  return reader.finish();
}

}  // namespace indexer
