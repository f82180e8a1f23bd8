// Relative pronouns: `Nyrstar, which is based in Budel`.

#pragma once

#include "extract/reading.h"

namespace extract {

// Adds the relative pronouns that follow the mention they mean to
// `reading.found`, which is arranged before and after. `that` is left out: it
// is mostly none.
void find_relative_pronouns(Reading& reading);

}  // namespace extract
