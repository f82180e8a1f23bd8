// Relations that the sentences of an article state.

#pragma once

#include <functional>
#include <vector>

#include "extract/knowledge.h"
#include "extract/reading.h"
#include "extract/tree_sentence.h"
#include "text/annotation.h"

namespace extract {

// The dependency tree of a sentence of a passage.
using TreeOf = std::function<SentenceTree(size_t passage, size_t sentence)>;

// Reads every sentence with every rule, by position. A mention of several
// readings is settled on the one by which a rule could read it. A tree is
// asked for only of a sentence with two mentions and a word that a tree
// pattern begins at.
std::vector<text::Relation> find_relations(const Knowledge& knowledge,
                                           Reading& reading,
                                           const TreeOf& tree_of);

}  // namespace extract
