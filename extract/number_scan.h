// Numbers in a sequence of tokens: digits, words and what multiplies them.

#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>

#include "extract/quantity_words.h"
#include "extract/tokens.h"

namespace extract {

struct Number {
  size_t end = 0;  // past its tokens
  double value = 0;
  bool scaled = false;  // a multiplier follows: `5 million`, `3만`
};

// Borrows its arguments. The tokens are labelled by the symbols of the words
// and cut by split_numbers().
class NumberScan {
 public:
  NumberScan(const QuantityWords& words, std::string_view utf8,
             std::span<const Token> tokens)
      : words_(words), utf8_(utf8), tokens_(tokens) {}

  const Token& token(size_t at) const { return tokens_[at]; }
  size_t size() const { return tokens_.size(); }
  uint32_t symbol_at(size_t at) const {
    return at < tokens_.size() ? tokens_[at].symbol : 0;
  }
  bool is(size_t at, uint32_t symbol) const {
    return at < tokens_.size() && tokens_[at].symbol == symbol;
  }
  bool is_number_token(size_t at) const {
    return at < tokens_.size() && tokens_[at].kind == TokenKind::kNumber;
  }
  bool glued(size_t at) const {
    return at < tokens_.size() && !tokens_[at].space_before;
  }
  template <typename Predicate>
  UnitMatch match(const UnitTable& table, size_t at, Predicate wanted) const {
    return table.match(utf8_, tokens_.subspan(std::min(at, tokens_.size())),
                       wanted);
  }
  UnitMatch number_word(size_t at, std::string_view role) const {
    return match(words_.numbers, at,
                 [&](const UnitForm& f) { return f.name == role; });
  }

  // The number that begins at `at`, if any; behind a currency (`money`) `5m`
  // is millions.
  std::optional<Number> read_number(size_t at, bool money) const;
  // A hyphen between a number and its unit: `300,000-tonne`.
  size_t skip_hyphen(size_t at) const;
  // What the words that end number `number` multiply it by.
  double scale_of(const Number& number) const;

 private:
  // True if a unit or a currency is said at `at`: `169m francs`, `145m tons`.
  bool is_unit(size_t at) const;
  // The number without what scales it.
  std::optional<Number> read_base(size_t at) const;
  // `twenty-five`, `three hundred`
  std::optional<Number> read_words(size_t at) const;
  Number with_hundred(Number number) const;
  // `2조8500억`, `3.2万`: sums what the multipliers of East Asia scale.
  bool add_chain(Number& number) const;
  // What comes after a multiplier and belongs to the same number.
  std::optional<Number> read_rest(size_t at, double below) const;

  const QuantityWords& words_;
  std::string_view utf8_;
  std::span<const Token> tokens_;
};

}  // namespace extract
