// Words of a text, as ICU's word rules and dictionaries find them.

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace text {

enum class WordKind : uint8_t {
  kLetters,  // a word of an alphabet (Latin, Greek, Cyrillic, ...)
  kNumber,   // begins with a digit: `10,155`, `2.5`, `25`
  kHan,      // Chinese characters
  kKana,     // Hiragana and Katakana
  kHangul,
  kPunctuation,  // one character that is neither letter, digit nor space
};

struct Word {
  Span span;
  WordKind kind{};
};

// The words and punctuation of `utf8` in order; white space and invisible
// characters belong to none. `U.S.` and `Co.` keep no final full stop, nor is
// the full stop of an abbreviation a word of its own; `copper-gold` and
// `US–Australia` are two words and a dash; `Nyrstar’s` is one word; `WO3`,
// `Sb₂O₃`, `10,155` and `5,000t` are one. Han and Kana come as ICU's dictionary
// words; Hangul is parted from other letters and from digits (`LME가`,
// `5000톤`). Thread-safe.
std::vector<Word> find_words(std::string_view utf8);

}  // namespace text
