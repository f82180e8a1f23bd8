// Whether it is worth while to parse a sentence.

#pragma once

#include "extract/clause.h"
#include "extract/knowledge.h"

namespace extract {

// Whether a tree could tell anything of the sentence: a phrase that some tree
// pattern begins at, and the words and mentions that the pattern leads to. Not
// of sentences that Clause cuts short.
bool may_read_tree(const Knowledge& knowledge, const Clause& clause);

}  // namespace extract
