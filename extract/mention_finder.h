// The names of an article: those of the gazetteer and those born from the
// text by safe patterns.

#pragma once

#include "extract/knowledge.h"
#include "extract/reading.h"

namespace extract {

// Fills `reading.found` from its passages. Names that are weak and stay
// without support are dropped.
void find_names(const Knowledge& knowledge, Reading& reading);

}  // namespace extract
