// Sentences of a text.

#pragma once

#include <string_view>
#include <vector>

#include "text/span.h"

namespace text {

// The sentences of `utf8` in order, without surrounding white space. A line
// break always ends a sentence. Full stops of abbreviations (`U.S. Department`,
// `Co., Ltd.`, `Mr. Lutnick`, `J. Smith`, `No. 3`) and of numbers do not.
// Thread-safe.
std::vector<Span> find_sentences(std::string_view utf8);

}  // namespace text
