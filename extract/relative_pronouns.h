// Relative pronouns: `Nyrstar, which is based in Budel`.

#pragma once

#include "extract/reading.h"
#include "extract/relation_finder.h"

namespace extract {

// Adds the relative pronouns whose entity the sentence tells to
// `reading.found`, which is arranged before and after. Asks for the trees of
// sentences that have one and name somebody.
void find_relative_pronouns(const TreeOf& tree_of, Reading& reading);

}  // namespace extract
