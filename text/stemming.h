// The stem of a word: what its inflections share.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace text {

// The stem of a folded alphabetic word by the rules of `language` (ISO 639-1).
// Where it has no rules or is written in another script, Latin words take the
// English rules; others are their own stem, as are words of over 64 bytes.
// Thread-safe.
std::string stem(std::string_view folded_word, std::string_view language);

// The stems by which a word is found, none twice and none empty: of the word
// as it is written, without accents, and with umlauts written out (`münchen`,
// `munchen`, `muenchen`); all of them without accents. Folded, `language` as
// above. Thread-safe.
std::vector<std::string> stems(std::string_view folded_word,
                               std::string_view language);

// True if there are rules for `language`.
bool has_stemming_rules(std::string_view language);

// A Korean word without its particle (`고려아연이` -> `고려아연`), if at least
// two syllables are left and the particle can follow them: `노르웨이` ends in a
// vowel before `이`, and is a name. Folded, and so composed to syllables.
std::string_view strip_korean_particle(std::string_view folded_word);

// `금` of `금을`: what a word of two syllables may be with a particle. Empty if
// it can't be.
std::string_view korean_syllable_before_particle(std::string_view folded_word);

}  // namespace text
