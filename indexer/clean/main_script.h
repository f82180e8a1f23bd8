// The greater part of a text that is in two scripts.

#pragma once

#include <string>
#include <string_view>

namespace indexer {

// The paragraphs of `utf8` that are Chinese, Japanese or Korean, or else those
// that are not: whichever say more, a letter of these scripts as much as two
// others. What is beyond 64 KB is left out.
std::string text_in_main_script(std::string_view utf8);

}  // namespace indexer
