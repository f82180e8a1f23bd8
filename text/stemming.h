// The stem of a word: what its inflections share.

#pragma once

#include <string>
#include <string_view>

namespace text {

// The stem of a folded alphabetic word by the rules of `language` (ISO 639-1).
// Where it has no rules or is written in another script, Latin words take the
// English rules; others are their own stem, as are words of over 64 bytes.
// Thread-safe.
std::string stem(std::string_view folded_word, std::string_view language);

// A Korean word without its particle (`고려아연이` -> `고려아연`), if at least
// two syllables are left. Folded, and so composed to syllables.
std::string_view strip_korean_particle(std::string_view folded_word);

}  // namespace text
