// Mentions without a name: `the smelter site`, `the company`, `its`, `He`.

#pragma once

#include "extract/knowledge.h"
#include "extract/reading.h"

namespace extract {

// Adds the nominals whose entity the article leaves no doubt of to
// `reading.found`, which holds its names.
void find_nominals(const Knowledge& knowledge, Reading& reading);

}  // namespace extract
