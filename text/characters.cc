#include "text/characters.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace text {
namespace {

constexpr char32_t kAsciiEnd = 0x80;

UChar32 to_icu(char32_t code_point) { return static_cast<UChar32>(code_point); }

bool is_ascii_letter(char32_t code_point) {
  const char32_t lower = code_point | 0x20;
  return lower >= U'a' && lower <= U'z';
}

bool is_sound_mark(char32_t code_point) {
  return code_point == 0x30FC || code_point == 0xFF70;
}

}  // namespace

Script script_of(char32_t code_point) {
  if (code_point < kAsciiEnd) {
    return is_ascii_letter(code_point) ? Script::kLatin : Script::kOther;
  }
  if (is_sound_mark(code_point)) return Script::kKana;
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(to_icu(code_point), &status)) {
    case USCRIPT_LATIN:
      return Script::kLatin;
    case USCRIPT_HAN:
      return Script::kHan;
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
      return Script::kKana;
    case USCRIPT_HANGUL:
      return Script::kHangul;
    default:
      return Script::kOther;
  }
}

bool is_hiragana(char32_t code_point) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(to_icu(code_point), &status) == USCRIPT_HIRAGANA;
}

bool is_letter(char32_t code_point) {
  if (code_point < kAsciiEnd) return is_ascii_letter(code_point);
  return u_isalpha(to_icu(code_point));
}

bool is_upper(char32_t code_point) {
  return u_isupper(to_icu(code_point)) || u_istitle(to_icu(code_point));
}

bool is_digit(char32_t code_point) { return u_isdigit(to_icu(code_point)); }

bool is_mark(char32_t code_point) {
  return (U_GET_GC_MASK(to_icu(code_point)) & U_GC_M_MASK) != 0;
}

bool is_space(char32_t code_point) {
  return u_isUWhiteSpace(to_icu(code_point));
}

bool is_invisible(char32_t code_point) {
  return (U_GET_GC_MASK(to_icu(code_point)) & (U_GC_CC_MASK | U_GC_CF_MASK)) !=
         0;
}

}  // namespace text
