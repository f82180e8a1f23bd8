// How a sentence says its predicate: planned, possible, rumoured, denied, of
// what time, and by whose account.

#pragma once

#include <string>

#include "extract/tree_grammar.h"
#include "text/entity.h"

namespace extract {

struct Stance {
  text::Modality modality = text::Modality::kAsserted;
  bool negated = false;
  bool ended = false;              // `stopped zinc production`
  std::string date;                // `2028`; may be empty
  const Found* speaker = nullptr;  // who says so, if the sentence tells
};

Stance stance_of(const TreeSentence& sentence, const TreeGrammar& grammar,
                 const Predicate& predicate);

}  // namespace extract
