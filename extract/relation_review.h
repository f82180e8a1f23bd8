// What the whole article says of the relations that its sentences tell.

#pragma once

#include <vector>

#include "extract/knowledge.h"
#include "extract/reading.h"
#include "text/annotation.h"

namespace extract {

// Drops what cannot be so yet: who only plans to build or to buy something
// does not run it. What a land restricts is told of the body of its government
// that the article says to have decreed it, where it is one alone.
void review_relations(const Knowledge& knowledge, const Reading& reading,
                      std::vector<text::Relation>& relations);

}  // namespace extract
