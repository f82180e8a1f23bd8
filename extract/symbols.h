// Symbols: numbers for the folded words that names and rules are made of.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/tokens.h"

namespace extract {

using Phrase = std::vector<uint32_t>;  // symbols, one a token

class Symbols {
 public:
  // The symbol of `folded`, made at the first call; never 0.
  uint32_t intern(std::string_view folded);
  // 0 if there is none.
  uint32_t find(std::string_view folded) const;

  // The symbols of the tokens of `utf8`, without full stops.
  Phrase intern_phrase(std::string_view utf8);

  // As intern_phrase, with kPossessive set in what has a name go on after a
  // possessive: `China's Ministry of Commerce`.
  Phrase intern_name(std::string_view utf8);
  static constexpr uint32_t kPossessive = 1U << 31U;

  // Sets the symbol of every token.
  void label(std::vector<Token>& tokens) const;

  size_t size() const { return words_.size(); }

 private:
  struct Word {
    uint32_t begin = 0;  // in bytes_
    uint32_t size = 0;
  };
  struct Slot {
    uint32_t check = 0;   // upper half of the hash
    uint32_t symbol = 0;  // 0: empty
  };
  size_t slot(std::string_view folded, uint64_t hash) const;
  void grow();

  std::string bytes_;        // the words, one after the other
  std::vector<Word> words_;  // by symbol, from 1
  std::vector<Slot> slots_ = std::vector<Slot>(size_t{1} << 16U);
};

}  // namespace extract
