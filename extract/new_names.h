// Who is meant by names that only the tagger reads: which of them are one
// entity, which are short forms, and which tell enough to be an entity of the
// archive (docs/extraction.md).

#pragma once

#include <vector>

#include "extract/knowledge.h"
#include "extract/reading.h"
#include "extract/tagged_names.h"

namespace extract {

// Adds `names`, which overlap nothing of `reading.found`, to it, and arranges
// it. Names of class kOther are passed over.
void identify_new_names(const Knowledge& knowledge,
                        std::vector<TaggedName> names, Reading& reading);

}  // namespace extract
