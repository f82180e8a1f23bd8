#include "text/sentences.h"

#include <algorithm>

#include "text/abbreviations.h"
#include "text/breaks.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace text {
namespace {

// Longer than any abbreviation and any word that often begins a sentence.
constexpr size_t kMaxWordBytes = 16;

// The code point that ends at `end`, which is more than 0.
CodePoint code_point_before(std::string_view utf8, size_t end) {
  size_t begin = end - 1;
  while (begin > 0 && end - begin < 4 && (utf8[begin] & 0xC0) == 0x80) --begin;
  const CodePoint found = code_point_at(utf8, begin);
  if (found.size == end - begin) return found;
  return {0xFFFD, 1};
}

bool is_closing(char32_t c) {
  return std::u32string_view(U"\"')]}’”»").find(c) != std::u32string_view::npos;
}

bool is_opening(char32_t c) {
  return std::u32string_view(U"\"'([{‘“«–—").find(c) !=
         std::u32string_view::npos;
}

// The part of `utf8` before its trailing white space.
std::string_view trim_end(std::string_view utf8) {
  while (!utf8.empty()) {
    const CodePoint last = code_point_before(utf8, utf8.size());
    if (!is_space(last.value) && !is_invisible(last.value)) break;
    utf8.remove_suffix(last.size);
  }
  return utf8;
}

std::string_view trim_begin(std::string_view utf8) {
  while (!utf8.empty()) {
    const CodePoint first = code_point_at(utf8, 0);
    if (!is_space(first.value) && !is_invisible(first.value)) break;
    utf8.remove_prefix(first.size);
  }
  return utf8;
}

// The word before the full stop (and closing quotes) that end `sentence`, empty
// if it ends otherwise or the word is too long for an abbreviation.
std::string_view word_before_stop(std::string_view sentence) {
  while (!sentence.empty()) {
    const CodePoint last = code_point_before(sentence, sentence.size());
    if (!is_closing(last.value)) break;
    sentence.remove_suffix(last.size);
  }
  if (!sentence.ends_with('.')) return {};
  sentence.remove_suffix(1);
  size_t begin = sentence.size();
  while (begin > 0) {
    const CodePoint last = code_point_before(sentence, begin);
    if (is_space(last.value) || is_opening(last.value)) break;
    begin -= last.size;
    if (sentence.size() - begin > kMaxWordBytes) return {};
  }
  return sentence.substr(begin);
}

// The first word of `rest`, without opening quotes; the part of it that fits.
std::string_view first_word(std::string_view rest) {
  rest = rest.substr(0, 2 * kMaxWordBytes);
  while (!rest.empty() && is_opening(code_point_at(rest, 0).value)) {
    rest.remove_prefix(code_point_at(rest, 0).size);
  }
  size_t end = 0;
  while (end < rest.size()) {
    const CodePoint next = code_point_at(rest, end);
    if (!is_letter(next.value) && !is_digit(next.value)) break;
    end += next.size;
  }
  return rest.substr(0, end);
}

// True if the full stop before `rest` is only that of an abbreviation.
bool goes_on(std::string_view sentence, std::string_view rest) {
  const std::string_view next = first_word(rest);
  switch (classify_abbreviation(word_before_stop(sentence))) {
    case Abbreviation::kNone:
      return false;
    case Abbreviation::kTitle:
      return true;
    case Abbreviation::kNumber:
      return !next.empty() && is_digit(code_point_at(next, 0).value);
    case Abbreviation::kGeneral:
      return !is_sentence_starter(next);
  }
  return false;
}

bool has_line_break(std::string_view space) {
  for (const std::string_view line_break :
       {"\n", "\r", "\u0085", "\u2028", "\u2029"}) {
    if (space.find(line_break) != std::string_view::npos) return true;
  }
  return false;
}

// True if a sentence ends where `before` ends and `after` begins.
bool is_boundary(std::string_view before, std::string_view after) {
  const std::string_view sentence = trim_end(before);
  return has_line_break(before.substr(sentence.size())) ||
         !goes_on(sentence, after);
}

}  // namespace

std::vector<Span> find_sentences(std::string_view utf8) {
  std::vector<Span> sentences;
  size_t begin = 0;
  size_t stretch_begin = 0;
  for (const uint32_t end : sentence_breaks(utf8)) {
    const auto stretch = utf8.substr(stretch_begin, end - stretch_begin);
    stretch_begin = end;
    if (end < utf8.size() && !is_boundary(stretch, utf8.substr(end))) continue;
    const auto rest = trim_begin(utf8.substr(begin, end - begin));
    const auto sentence = trim_end(rest);
    if (!sentence.empty()) {
      const auto at = static_cast<uint32_t>(end - rest.size());
      sentences.push_back({at, at + static_cast<uint32_t>(sentence.size())});
    }
    begin = end;
  }
  return sentences;
}

}  // namespace text
