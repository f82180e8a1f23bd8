#include "indexer/clean/inline_markup.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>

#include "indexer/archive/header_lines.h"
#include "indexer/clean/markup.h"
#include "text/utf8.h"

namespace indexer {
namespace {

constexpr size_t kMaxTagBytes = 4096;
constexpr size_t kMaxNameBytes = 32;
constexpr char32_t kNoBreakSpace = 0xA0;

constexpr std::array<std::string_view, 18> kPaired = {
    "a",   "abbr", "b", "cite",  "code", "del",    "em",  "font", "i",
    "ins", "mark", "q", "small", "span", "strong", "sub", "sup",  "u"};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9');
}

struct Tag {
  std::string name;  // lower case
  bool ends = false;
  size_t size = 0;  // in bytes, with its brackets
};

// The tag that `text` begins with; what stands behind its name has to look like
// attributes.
std::optional<Tag> tag_at(std::string_view text) {
  const size_t close = text.substr(0, kMaxTagBytes).find_first_of("<>", 1);
  if (close == std::string_view::npos || text[close] == '<') return {};
  std::string_view inside = text.substr(1, close - 1);
  const bool ends = inside.starts_with('/');
  if (ends) inside.remove_prefix(1);
  const auto letters = std::ranges::find_if_not(inside, is_letter);
  const auto name_size = static_cast<size_t>(letters - inside.begin());
  if (name_size == 0 || name_size > kMaxNameBytes) return {};
  std::string name = to_lower_ascii(inside.substr(0, name_size));
  const std::string_view rest = trim_ascii(inside.substr(name_size));
  if (!rest.empty() && rest != "/" && rest.find('=') == rest.npos) return {};
  return Tag{std::move(name), ends, close + 1};
}

struct Character {
  std::string utf8;
  size_t size = 0;  // of what stands for it, in bytes
};

char32_t number_of(std::string_view digits) {
  const bool hex = digits.starts_with('x') || digits.starts_with('X');
  if (hex) digits.remove_prefix(1);
  uint32_t number = 0;
  const char* end = digits.data() + digits.size();
  const auto read = std::from_chars(digits.data(), end, number, hex ? 16 : 10);
  const bool is_character = read.ptr == end && number >= ' ' &&
                            number <= 0x10FFFF &&
                            (number < 0xD800 || number > 0xDFFF);
  return is_character ? number : 0;
}

// The character that `utf8` begins with the escape of.
std::optional<Character> character_at(std::string_view utf8) {
  const size_t end = utf8.substr(0, kMaxNameBytes).find(';');
  if (end == std::string_view::npos || end < 2) return {};
  const std::string_view name = utf8.substr(1, end - 1);
  const char32_t character = name.front() == '#'
                                 ? number_of(name.substr(1))
                                 : html_character(std::string(name));
  if (character == 0) return {};
  const bool is_space = character == kNoBreakSpace;
  return Character{is_space ? " " : text::encode_utf8(character), end + 1};
}

// The paired tags that `text` has both of.
class PairedTags {
 public:
  explicit PairedTags(std::string_view text) {
    for (size_t at = text.find('<'); at != text.npos;
         at = text.find('<', at + 1)) {
      if (const auto tag = tag_at(text.substr(at))) add(*tag);
    }
  }

  bool contains(const Tag& tag) const {
    const size_t at = index_of(tag.name);
    return at < kPaired.size() && begun_[at] && ended_[at];
  }

 private:
  static size_t index_of(std::string_view name) {
    return static_cast<size_t>(std::ranges::find(kPaired, name) -
                               kPaired.begin());
  }

  void add(const Tag& tag) {
    const size_t at = index_of(tag.name);
    if (at < kPaired.size()) (tag.ends ? ended_ : begun_)[at] = true;
  }

  std::array<bool, kPaired.size()> begun_{};
  std::array<bool, kPaired.size()> ended_{};
};

}  // namespace

std::string without_inline_markup(std::string_view utf8) {
  const PairedTags paired(utf8);
  std::string plain;
  plain.reserve(utf8.size());
  while (!utf8.empty()) {
    const size_t mark = std::min(utf8.find_first_of("<&"), utf8.size());
    plain += utf8.substr(0, mark);
    utf8.remove_prefix(mark);
    if (utf8.empty()) break;
    size_t size = 0;
    if (utf8.front() == '&') {
      const auto character = character_at(utf8);
      plain += character ? character->utf8 : "&";
      size = character ? character->size : 1;
    } else {
      const auto tag = tag_at(utf8);
      const bool drops = tag && (tag->name == "img" || paired.contains(*tag));
      if (!drops) plain += '<';
      size = drops ? tag->size : 1;
    }
    utf8.remove_prefix(size);
  }
  return plain;
}

}  // namespace indexer
