// Relations that the sentences of an article state.

#pragma once

#include <vector>

#include "extract/knowledge.h"
#include "extract/reading.h"
#include "text/annotation.h"

namespace extract {

// Reads every sentence with every rule, by position. A mention of several
// readings is settled on the one by which a rule could read it.
std::vector<text::Relation> find_relations(const Knowledge& knowledge,
                                           Reading& reading);

}  // namespace extract
