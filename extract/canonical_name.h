// Names as they are told apart across the archive: without legal forms,
// articles before and suffixes such as `Jr`.

#pragma once

#include <string>
#include <vector>

#include "extract/knowledge.h"

namespace extract {

using Words = std::vector<std::string>;  // folded

// Of the name that is tokens [first, last) of `passage`, as written; white
// space is one space.
std::string canonical_name(const Knowledge& knowledge, const Passage& passage,
                           size_t first, size_t last);

// The same name's words, folded, without punctuation.
Words canonical_words(const Knowledge& knowledge, const Passage& passage,
                      size_t first, size_t last);

}  // namespace extract
