// The words that quantities are written with (docs/facts.md).

#pragma once

#include <cstdint>
#include <filesystem>

#include "extract/symbols.h"
#include "extract/unit_table.h"

namespace extract {

struct QuantityWords {
  // Reads units.tsv, currencies.tsv and numbers.tsv of `folder`; their words
  // become `symbols`. Throws InputError naming file and line.
  QuantityWords(const std::filesystem::path& folder, Symbols& symbols);

  UnitTable units;
  UnitTable currencies;
  UnitTable numbers;
  Phrase per;       // lead the unit of a price: `per`, `/`, `a`
  Phrase to;        // between the ends of a range: `to`, `-`, `至`
  Phrase each;      // before the unit of a price: `每`
  Phrase for_each;  // after it: `당`, `当たり`
  Phrase stop;      // end the material between an amount and its `a year`
  uint32_t between, and_, from, minus, of, a;
};

}  // namespace extract
