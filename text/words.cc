#include "text/words.h"

#include <optional>

#include "text/abbreviations.h"
#include "text/breaks.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace text {
namespace {

// Nothing for characters that do not tell what kind of word they are in.
std::optional<WordKind> kind_of(char32_t c) {
  if (is_digit(c)) return WordKind::kNumber;
  switch (script_of(c)) {
    case Script::kLatin:
      return WordKind::kLetters;
    case Script::kHan:
      return WordKind::kHan;
    case Script::kKana:
      return WordKind::kKana;
    case Script::kHangul:
      return WordKind::kHangul;
    case Script::kOther:
      break;
  }
  if (is_letter(c)) return WordKind::kLetters;
  return std::nullopt;
}

bool is_subscript_digit(char32_t c) { return 0x2080 <= c && c <= 0x2089; }

bool is_blank(char32_t c) { return is_space(c) || is_invisible(c); }

// Takes the stretches between word breaks and keeps the words among them.
class WordCollector {
 public:
  explicit WordCollector(std::string_view utf8) : utf8_(utf8) {}

  void add(Span stretch) {
    if (is_stop_of_abbreviation(stretch)) return;
    if (continues_formula(stretch)) {
      words_.back().span.end = stretch.end;
      return;
    }
    Word word{stretch, WordKind::kPunctuation};
    bool blank = true;
    for (uint32_t i = stretch.begin; i < stretch.end;) {
      const CodePoint next = code_point_at(utf8_, i);
      const auto kind = kind_of(next.value);
      blank = blank && is_blank(next.value);
      if (kind && is_seam(word.kind, *kind)) {
        words_.push_back({{word.span.begin, i}, word.kind});
        word = {{i, stretch.end}, *kind};
      } else if (kind && word.kind == WordKind::kPunctuation) {
        word.kind = *kind;
      }
      i += next.size;
    }
    if (!blank) words_.push_back(word);
  }

  std::vector<Word> take() { return std::move(words_); }

 private:
  // ICU joins Hangul with other letters and digits, of which it is the
  // particle or the unit: `LME가`, `5000톤`.
  static bool is_seam(WordKind before, WordKind kind) {
    if (before == WordKind::kPunctuation) return false;
    return (before == WordKind::kHangul) != (kind == WordKind::kHangul);
  }

  bool is_stop_of_abbreviation(Span stretch) const {
    if (slice(utf8_, stretch) != "." || words_.empty()) return false;
    const Word& last = words_.back();
    return last.kind == WordKind::kLetters && last.span.end == stretch.begin &&
           classify_abbreviation(slice(utf8_, last.span)) !=
               Abbreviation::kNone;
  }

  // ICU parts letters from subscripts: `Sb₂O₃`.
  bool continues_formula(Span stretch) const {
    if (words_.empty() || words_.back().kind != WordKind::kLetters ||
        words_.back().span.end != stretch.begin) {
      return false;
    }
    const char32_t first = code_point_at(utf8_, stretch.begin).value;
    return is_subscript_digit(first) ||
           (ends_in_subscript(words_.back().span) &&
            kind_of(first) == WordKind::kLetters);
  }

  bool ends_in_subscript(Span word) const {
    constexpr uint32_t kSubscriptBytes = 3;
    return word.size() > kSubscriptBytes &&
           is_subscript_digit(
               code_point_at(utf8_, word.end - kSubscriptBytes).value);
  }

  std::string_view utf8_;
  std::vector<Word> words_;
};

}  // namespace

std::vector<Word> find_words(std::string_view utf8) {
  WordCollector words(utf8);
  uint32_t begin = 0;
  for (const uint32_t end : word_breaks(utf8)) {
    words.add({begin, end});
    begin = end;
  }
  return words.take();
}

}  // namespace text
