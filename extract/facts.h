// Facts: the quantities that sentences say of entities (docs/facts.md).

#pragma once

#include <vector>

#include "extract/knowledge.h"
#include "extract/measure_language.h"
#include "extract/reading.h"
#include "text/annotation.h"

namespace extract {

// By position, title first. A sentence that denies what it says gives none;
// neither does a quantity whose unit, measure or owner is in doubt. Linear in
// the reading.
std::vector<text::Fact> find_facts(const Knowledge& knowledge,
                                   const MeasureBook& book,
                                   const Reading& reading);

}  // namespace extract
