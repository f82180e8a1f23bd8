// What kind of character a code point is, as Unicode says.

#pragma once

#include <cstdint>

namespace text {

enum class Script : uint8_t { kLatin, kHan, kKana, kHangul, kOther };

// Kana includes the prolonged sound mark; what many scripts share is kOther.
Script script_of(char32_t code_point);

bool is_hiragana(char32_t code_point);
bool is_letter(char32_t code_point);
bool is_upper(char32_t code_point);  // upper or title case
bool is_digit(char32_t code_point);  // a decimal digit of any script
bool is_mark(char32_t code_point);   // combines with the character before it
bool is_space(char32_t code_point);  // white space and line breaks

// Shows nothing: controls and formats such as the zero width space.
bool is_invisible(char32_t code_point);

}  // namespace text
