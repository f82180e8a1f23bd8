// Short forms of names that an article has told in full: `Nyrstar` for a
// company named with its legal form, `Lutnick`, `(MOFCOM)`, `the Department
// of Commerce` beside `US Department of Defense`.

#pragma once

#include "extract/knowledge.h"
#include "extract/reading.h"

namespace extract {

// Adds the short forms to `reading.found`, which find_names has filled.
void find_short_forms(const Knowledge& knowledge, Reading& reading);

}  // namespace extract
