// What a name means where it could mean several things, or nothing.

#pragma once

#include "extract/knowledge.h"
#include "extract/reading.h"

namespace extract {

// Lets those weak names count that the article supports: by a strong name of
// the same entity, by words beside a commodity, by where a place lies.
void support_weak_names(const Knowledge& knowledge, Reading& reading);

// Drops weak names that the article does not support, puts the likeliest
// reading of every other first, and tells which places stand for a facility.
// `reading.found` is arranged before and after.
void settle_names(const Knowledge& knowledge, Reading& reading);

}  // namespace extract
