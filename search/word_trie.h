// The words of an archive as a tree of their letters, found also where what is
// typed has mistakes (docs/search_format.md).

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "search/little_endian.h"

namespace search {

// Folded words -> articles that have them.
using WordCounts = std::map<std::string, uint32_t, std::less<>>;

// Words of more than kMaxWordLetters, or with letters beyond Unicode's first
// plane, are left out. A count of more than 65,535 counts as that.
std::string encode_word_trie(const WordCounts& words);

inline constexpr size_t kMaxWordLetters = 32;

enum class Ending : uint8_t {
  kTyped,  // the word is over
  kOpen,   // letters may follow
};

// A word that a mistyped one may stand for.
struct WordGuess {
  std::string word;
  // Letters that are left out, too many, another, or swapped with the next one;
  // with Ending::kOpen, up to where the typed letters end.
  uint32_t mistakes = 0;
  uint32_t count = 0;  // articles

  bool operator==(const WordGuess&) const = default;
};

// The mistakes that are looked past in a word of so many letters: none below
// four, one below eight, else two.
uint32_t mistakes_allowed(size_t letters);

// Reads bytes that outlive it. Safe for any number of threads.
class WordTrie {
 public:
  WordTrie() = default;
  // Throws StorageError if the bytes are not encode_word_trie()'s.
  explicit WordTrie(std::string_view bytes);

  // How many articles have the folded `word`; 0 if it is unknown.
  uint32_t count(std::string_view word) const;

  // The words within mistakes_allowed() of the folded `word`, the word itself
  // included, in order of their letters. Looks at a bounded number of letters;
  // where that is not enough, at those that come first.
  std::vector<WordGuess> guess(std::string_view word, Ending ending) const;

  // The same within `mistakes` letters, at most 2.
  std::vector<WordGuess> guess(std::string_view word, Ending ending,
                               uint32_t mistakes) const;

 private:
  class Walk;

  uint32_t end_of(size_t node) const { return ends_[node]; }

  NumberView<uint32_t> ends_;    // by node: the first one not below it
  NumberView<uint16_t> labels_;  // by node: its letter, UTF-16
  NumberView<uint16_t> counts_;  // by node: of the word that ends here, or 0
};

}  // namespace search
