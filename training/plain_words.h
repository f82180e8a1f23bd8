// Words of plain text, cut as Universal Dependencies cuts English.

#pragma once

#include <string_view>
#include <vector>

namespace training {

// The words of one sentence, in order: punctuation, `'s`, `n't` and currency
// signs are words of their own, as are the hyphens of `zinc-rich`; full stops
// stay with abbreviations (`Co.`, `U.S.`). White space belongs to none. The
// words are parts of `sentence`. Linear in it.
std::vector<std::string_view> plain_words(std::string_view sentence);

}  // namespace training
