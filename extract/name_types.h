// Which type of entity a new name is of: what class the tagger read, the words
// of the name, the lists that have it and the words beside it
// (docs/extraction.md).

#pragma once

#include <span>

#include "extract/knowledge.h"
#include "extract/reading.h"
#include "extract/tagged_names.h"

namespace extract {

// `mentions`, not empty, are of one entity, and read alike by the tagger;
// a name of class kOther has no type of ours and must not be asked for.
text::EntityType choose_type(const Knowledge& knowledge, const Reading& reading,
                             std::span<const TaggedName> mentions);

}  // namespace extract
