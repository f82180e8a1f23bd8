// Folding: the form in which words and names are compared.

#pragma once

#include <string>
#include <string_view>

namespace text {

// NFKC case folding (Unicode TR 31's NFKC_Casefold): `ＷＯ₃` -> `wo3`,
// `Straße` -> `strasse`. Ill-formed UTF-8 becomes U+FFFD.
std::string fold(std::string_view utf8);

// What is folded, its Latin and Greek letters without accents and strokes, `æ`
// and `œ` as two letters, `ё` as `е`. Marks of other scripts make other letters
// (`й`, `が`) and stay. `panamá` -> `panama`, `łódź` -> `lodz`.
std::string remove_accents(std::string_view folded);

// The key of a name: folded, without accents, every kind of apostrophe, quote
// and dash made one, white space made single spaces, full stops dropped:
// `U.S.  Steel’s` -> `us steel's`, `Cobre Panamá` -> `cobre panama`.
std::string fold_name(std::string_view utf8);

// The slug of a name, as it stands in an entity id: letters and digits of any
// script, folded, everything else one hyphen: `Korea Zinc Co.` ->
// `korea-zinc-co`, `株冶集团` -> `株冶集团`. Empty when nothing is left.
std::string slug(std::string_view utf8);

}  // namespace text
