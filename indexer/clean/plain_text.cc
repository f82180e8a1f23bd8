#include "indexer/clean/plain_text.h"

#include <algorithm>
#include <array>

namespace indexer {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kSpace = " ";
constexpr std::string_view kIdeographicSpace = "\u3000";

// The bytes at the front that are printed ASCII, the most of most texts.
size_t leading_plain(std::string_view text) {
  const auto end = std::ranges::find_if_not(
      text, [](char c) { return c > ' ' && c < '\x7F'; });
  return static_cast<size_t>(end - text.begin());
}

// The bytes of the white space or control character at the front; 0 if there
// is none.
size_t leading_space(std::string_view text) {
  const char c = text.front();
  if ((c >= 0 && c <= ' ') || c == '\x7F') return 1;
  for (const std::string_view space :
       {"\u00A0"sv, "\u0085"sv, "\u3000"sv, "\u2028"sv, "\u2029"sv, "\u202F"sv,
        "\u205F"sv}) {
    if (text.starts_with(space)) return space.size();
  }
  const bool is_quad = text.size() >= 3 && text.starts_with("\xE2\x80"sv) &&
                       static_cast<unsigned char>(text[2]) <= 0x8A;
  return is_quad ? 3 : 0;
}

size_t leading_invisible(std::string_view text) {
  for (const std::string_view mark :
       {"\u200B"sv, "\uFEFF"sv, "\u00AD"sv, "\u2060"sv}) {
    if (text.starts_with(mark)) return mark.size();
  }
  return 0;
}

}  // namespace

std::string collapse_space(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  std::string_view gap;  // the white space since the last character
  while (!utf8.empty()) {
    if (const size_t space = leading_space(utf8)) {
      gap = gap.empty() ? utf8.substr(0, space) : kSpace;
      utf8.remove_prefix(space);
    } else if (const size_t invisible = leading_invisible(utf8)) {
      utf8.remove_prefix(invisible);
    } else {
      if (!out.empty() && !gap.empty()) {
        out += gap == kIdeographicSpace ? kIdeographicSpace : kSpace;
      }
      gap = {};
      const size_t size = std::max<size_t>(1, leading_plain(utf8));
      out += utf8.substr(0, size);
      utf8.remove_prefix(size);
    }
  }
  return out;
}

std::vector<std::string> split_lines(std::string_view utf8) {
  std::vector<std::string> lines;
  while (!utf8.empty()) {
    const size_t end = utf8.find_first_of("\r\n");
    lines.push_back(collapse_space(utf8.substr(0, end)));
    if (end == std::string_view::npos) break;
    const bool two = utf8.substr(end).starts_with("\r\n");
    utf8.remove_prefix(end + (two ? 2 : 1));
  }
  return lines;
}

std::vector<std::string> unwrap(std::string_view utf8) {
  std::vector<std::string> paragraphs(1);
  for (const std::string& line : split_lines(utf8)) {
    std::string& open = paragraphs.back();
    if (line.empty()) {
      if (!open.empty()) paragraphs.emplace_back();
    } else {
      if (!open.empty()) open += ' ';
      open += line;
    }
  }
  if (paragraphs.back().empty()) paragraphs.pop_back();
  return paragraphs;
}

std::string join_paragraphs(const std::vector<std::string>& paragraphs) {
  std::string joined;
  for (const std::string& paragraph : paragraphs) {
    if (!joined.empty()) joined += "\n\n";
    joined += paragraph;
  }
  return joined;
}

bool has_cjk(std::string_view utf8) {
  return std::ranges::any_of(utf8, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0xE3 && byte <= 0xED;
  });
}

bool ends_sentence(std::string_view utf8) {
  static constexpr std::array kClosers = {"\""sv, "'"sv,  "”"sv,  "’"sv, ")"sv,
                                          "」"sv, "』"sv, "）"sv, "]"sv, "»"sv};
  static constexpr std::array kEnds = {"."sv,  "!"sv,  "?"sv,  "…"sv,
                                       "。"sv, "！"sv, "？"sv, "．"sv};
  const auto ends_with = [&](std::string_view mark) {
    return utf8.ends_with(mark);
  };
  auto closer = std::ranges::find_if(kClosers, ends_with);
  while (closer != kClosers.end()) {
    utf8.remove_suffix(closer->size());
    closer = std::ranges::find_if(kClosers, ends_with);
  }
  return std::ranges::any_of(kEnds, ends_with);
}

}  // namespace indexer
