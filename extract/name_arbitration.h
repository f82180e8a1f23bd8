// Where the gazetteer and the tagger read the same words: who is believed
// (docs/extraction.md).

#pragma once

#include <vector>

#include "extract/knowledge.h"
#include "extract/reading.h"
#include "extract/tagged_names.h"

namespace extract {

// Settles `reading.found`, the names of the gazetteer and of patterns, against
// those of the tagger: drops the ones that it contradicts, makes those surer
// that it agrees with, and puts the readings first that fit what it says.
// Returns the names that only the tagger has, which overlap nothing found.
// `reading.found` is arranged before and after.
std::vector<TaggedName> arbitrate(const Knowledge& knowledge,
                                  std::vector<TaggedName> tagged,
                                  Reading& reading);

}  // namespace extract
