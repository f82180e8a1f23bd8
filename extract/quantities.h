// Quantities: numbers with their units, as text writes them.
//
// `US$7.4 billion`, `1.05bn tonnes a year`, `160,000-165,000 yuan/mt`,
// `between 5% and 6%`, `3.2万吨`, `7억6500만 달러`, `a quarter`.

#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/digits.h"
#include "extract/quantity_words.h"

namespace extract {

struct Quantity {
  size_t first = 0;  // tokens [first, last)
  size_t last = 0;
  double value = 0;                // in `unit`
  std::optional<double> value_to;  // the end of a range
  std::string unit;                // `t/year`, `USD/lb`, `%`, `KRW`
  std::string kind;                // `mass/time`, `money/mass`, `percent`
  bool fraction = false;           // said in words: `a quarter`
};

class QuantityReader {
 public:
  // Reads units.tsv, currencies.tsv and numbers.tsv of `folder`; their words
  // become `symbols`. Throws InputError naming file and line.
  QuantityReader(const std::filesystem::path& folder, Symbols& symbols);

  // True if `token`, labelled, may be of a number. Cheap.
  bool is_numeric(const Token& token) const;

  // The quantities of `tokens`, which are taken from `utf8`, labelled by the
  // symbols of the constructor and cut by split_numbers(), in order and
  // without overlap. A number without a unit is none; neither is one whose
  // unit could mean several things. Linear in the tokens.
  std::vector<Quantity> find(std::string_view utf8,
                             std::span<const Token> tokens) const;

 private:
  class Scan;

  QuantityWords words_;
};

}  // namespace extract
