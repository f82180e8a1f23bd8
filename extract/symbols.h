// Symbols: numbers for the folded words that names and rules are made of.

#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/tokens.h"

namespace extract {

using Phrase = std::vector<uint32_t>;  // symbols, one a token

class Symbols {
 public:
  Symbols() { symbols_.reserve(size_t{1} << 15U); }

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

  size_t size() const { return symbols_.size(); }

 private:
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view s) const {
      return std::hash<std::string_view>()(s);
    }
  };
  std::unordered_map<std::string, uint32_t, Hash, std::equal_to<>> symbols_;
};

}  // namespace extract
