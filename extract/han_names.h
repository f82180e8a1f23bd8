// Chinese names that their form proves: bodies by their last word
// (`新密市公安局`), people between a title and a verb.

#pragma once

#include <vector>

#include "extract/cjk_names.h"

namespace extract {

// By position, without overlap; types are told by the words of
// corpora/rules. Linear in the tokens.
std::vector<CjkName> find_han_names(const Knowledge& knowledge,
                                    const Passage& passage,
                                    const Sentence& sentence);

}  // namespace extract
