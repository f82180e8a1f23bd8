// From text to index terms: one analysis for indexing and for querying.
//
// Alphabetic words give their folded form without accents and, beside it, their
// stems. Numbers lose grouping commas (`10,155` -> `10155`), and units behind
// them are words of their own (`5,000t`); `U.S.` and `US` both give `us`; a
// possessive ending is dropped. Runs of Chinese, Japanese and Korean script
// give every character and every pair of adjacent characters, so that any
// part of a compound is found, Chinese ones in simplified script; longer words
// of a dictionary give themselves; Korean words too and, as stems, themselves
// without their particle, and the two syllables that begin or end longer ones.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace text {

// Changes whenever the same text may give other terms; kept in manifests.
inline constexpr uint32_t kAnalysisVersion = 3;

enum class TermKind : uint8_t {
  kWord,       // a folded word or number
  kStem,       // a stem of the word at the same position, or of a part of it
  kCharacter,  // one CJK character
  kPair,       // two adjacent CJK characters
};

struct Term {
  std::string text;  // folded; at most kMaxTermBytes
  TermKind kind{};
  uint32_t position = 0;  // from 1: a word or a CJK character advances it by 1
  Span span;              // the bytes that it stands for

  bool operator==(const Term&) const = default;
};

// Longer words are cut here at a character boundary, with their hash appended.
inline constexpr size_t kMaxTermBytes = 64;

// The terms of `utf8`, ordered by position, words before stems, characters
// before pairs; the last stem of a word is that of the whole as it is written.
// `language` (ISO 639-1) chooses the stemmer; where it is empty
// or without stemmer, English is used for Latin script. Thread-safe.
std::vector<Term> analyze(std::string_view utf8, std::string_view language);

// True for words so frequent that alone they say nothing (`the`, `of`).
bool is_stop_word(std::string_view folded_word, std::string_view language);

}  // namespace text
