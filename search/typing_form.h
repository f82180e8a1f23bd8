// The form in which what is typed is compared with what it may become.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "text/span.h"

namespace search {

// text::fold_name(), traditional Chinese characters as simplified ones,
// Katakana as Hiragana, and each Hangul syllable as the letters that are typed
// for it, one key each: so that a text begins with what was typed of it at any
// moment, also within a syllable. `골`, on the way from `고` to `고려`, begins
// `고려`. White space at the end, if what was typed has it, is kept as one
// space: a word is over. Ill-formed UTF-8 becomes U+FFFD.
std::string typing_form(std::string_view utf8);

// True for what is written without spaces, so that any character may begin a
// word: Chinese characters, Kana and Hangul.
bool is_cjk(char32_t code_point);

// The bytes of `written` from `begin` on, a character's beginning, that it
// takes to give `form`, which typing_form() of that rest begins with.
text::Span typed_part(std::string_view written, uint32_t begin,
                      std::string_view form);

}  // namespace search
