// Matching the tree patterns of the rules against one sentence.

#pragma once

#include <vector>

#include "extract/argument.h"
#include "extract/rule_language.h"
#include "extract/tree_stance.h"

namespace extract {

struct TreeMatch {
  const Rule* rule = nullptr;
  Argument source;
  Argument target;
  float confidence = 1.0;  // of the construction, without rule and mentions
  Stance stance;
};

// All that the tree patterns read, in the order of the sentence's words.
std::vector<TreeMatch> match_trees(const TreeSentence& sentence);

}  // namespace extract
