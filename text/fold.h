// Folding: the form in which words and names are compared.

#pragma once

#include <string>
#include <string_view>

namespace text {

// NFKC case folding (Unicode TR 31's NFKC_Casefold): `ＷＯ₃` -> `wo3`,
// `Straße` -> `strasse`. Ill-formed UTF-8 becomes U+FFFD.
std::string fold(std::string_view utf8);

// The key of a name: folded, accents of Latin letters removed, every kind of
// apostrophe, quote and dash made one, white space made single spaces, full
// stops dropped: `U.S.  Steel’s` -> `us steel's`, `Cobre Panamá` ->
// `cobre panama`.
std::string fold_name(std::string_view utf8);

// The slug of a name, as it stands in an entity id: letters and digits of any
// script, folded, everything else one hyphen: `Korea Zinc Co.` ->
// `korea-zinc-co`, `株冶集团` -> `株冶集团`. Empty when nothing is left.
std::string slug(std::string_view utf8);

}  // namespace text
