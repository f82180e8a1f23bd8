// What a name means where it could mean several things, or nothing.

#pragma once

#include "extract/knowledge.h"
#include "extract/reading.h"

namespace extract {

// Drops weak names that the article does not support, puts the likeliest
// reading of every other first, and tells which places stand for a facility.
// `reading.found` is arranged before and after.
void settle_names(const Knowledge& knowledge, Reading& reading);

}  // namespace extract
