// The time that a fact is of.

#pragma once

#include <string>

#include "extract/fact_sentence.h"

namespace extract {

// `2028`, `2025-12` or `2025-12-16`: the date of the sentence of `sentence`
// that stands nearest behind `quantity`, else before it, with no other
// quantity between; empty if none is given with its year.
std::string date_of(const FactSentence& sentence, const Quantity& quantity);

}  // namespace extract
