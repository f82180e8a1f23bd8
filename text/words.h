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

// The words and punctuation of `utf8` in order; white space belongs to none.
// `U.S.` and `Co.` keep no final full stop; `copper-gold` and `US–Australia`
// are two words and a dash; `Nyrstar’s` is one word; `WO3` and `10,155` are
// one. Han and Kana come as ICU's dictionary words. Thread-safe.
std::vector<Word> find_words(std::string_view utf8);

}  // namespace text
