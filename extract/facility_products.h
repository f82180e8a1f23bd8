// What the names of facilities say they make: `the Budel zinc smelter`.

#pragma once

#include <vector>

#include "extract/knowledge.h"
#include "extract/reading.h"

namespace extract {

// The commodities that a facility's name tells; of a known name, those that
// the gazetteer says it makes. `passage` is that of the mention.
std::vector<const KnownEntity*> made_by(const Knowledge& knowledge,
                                        const Passage& passage,
                                        const Found& facility);

}  // namespace extract
