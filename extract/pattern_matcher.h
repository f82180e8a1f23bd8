// Matching one pattern of a rule against one sentence.

#pragma once

#include <vector>

#include "extract/argument.h"
#include "extract/clause.h"
#include "extract/rule_language.h"

namespace extract {

// Every member of a list is an argument: `zinc, lead and copper`.
struct PatternMatch {
  std::vector<Argument> sources;
  std::vector<Argument> targets;
  text::Modality modality = text::Modality::kAsserted;
  bool negated = false;
  float confidence = 1.0;
  size_t first = 0;  // items [first, last)
  size_t last = 0;
  size_t trigger = 0;  // the item of its first word or verb
};

// All matches of `pattern`, at most one for each item that it begins at.
std::vector<PatternMatch> match_pattern(const Knowledge& knowledge,
                                        const Clause& clause,
                                        const Pattern& pattern);

}  // namespace extract
