// The names of an article: those of the gazetteer, those that patterns of the
// text prove, and those that the learned tagger reads (docs/extraction.md).

#pragma once

#include "extract/knowledge.h"
#include "extract/reading.h"
#include "extract/tagged_names.h"

namespace extract {

// Fills `reading.found` from its passages and the tagger's names of them, which
// are by position and without overlap. Names that are weak and stay without
// support are dropped.
void find_names(const Knowledge& knowledge, std::vector<TaggedName> tagged,
                Reading& reading);

}  // namespace extract
