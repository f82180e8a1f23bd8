// Matches the patterns of the measures around a quantity.

#pragma once

#include <optional>

#include "extract/fact_sentence.h"

namespace extract {

// Where a pattern matched, and what filled its slots.
struct FactMatch {
  size_t first = 0;  // tokens [first, last), with the quantity among them
  size_t last = 0;
  size_t quantity_first = 0;
  size_t entity = 0;         // a token of the mention that fills its slot
  TypeSet entity_types = 0;  // of its slot; 0 if there is none
  const Found* commodity = nullptr;
};

// The first way in which `pattern` matches around `quantity`. Bounded by the
// gaps of the pattern.
std::optional<FactMatch> match_fact(const MeasureBook& book,
                                    const FactSentence& sentence,
                                    const FactPattern& pattern,
                                    const Quantity& quantity);

// True if `word` ends what a number belongs to: a full clause, a bracket.
bool ends_clause(const Token& word);

}  // namespace extract
