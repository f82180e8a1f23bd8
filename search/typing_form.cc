#include "search/typing_form.h"

#include <array>
#include <utility>

#include "text/characters.h"
#include "text/fold.h"
#include "text/simplify.h"
#include "text/utf8.h"

namespace search {
namespace {

// Hangul syllables are composed as Unicode 3.12 says: a leading consonant, a
// vowel and perhaps a final consonant.
constexpr char32_t kFirstSyllable = 0xac00;
constexpr char32_t kLastSyllable = 0xd7a3;
constexpr char32_t kLeading = 0x1100;
constexpr char32_t kVowel = 0x1161;
constexpr char32_t kFinal = 0x11a7;  // one before the first
constexpr char32_t kVowels = 21;
constexpr char32_t kFinals = 28;

// The keys of each vowel from U+1161 on, as offsets from it.
constexpr std::array<std::string_view, kVowels> kVowelKeys = {
    "ᅡ",   "ᅢ",   "ᅣ",   "ᅤ",   "ᅥ",   "ᅦ",   "ᅧ",
    "ᅨ",   "ᅩ",   "ᅩᅡ", "ᅩᅢ", "ᅩᅵ", "ᅭ",   "ᅮ",
    "ᅮᅥ", "ᅮᅦ", "ᅮᅵ", "ᅲ",   "ᅳ",   "ᅳᅵ", "ᅵ"};

// The keys of each final consonant from U+11A8 on, as leading consonants.
constexpr std::array<std::string_view, kFinals - 1> kFinalKeys = {
    "ᄀ",   "ᄁ",   "ᄀᄉ", "ᄂ",   "ᄂᄌ", "ᄂᄒ", "ᄃ", "ᄅ", "ᄅᄀ",
    "ᄅᄆ", "ᄅᄇ", "ᄅᄉ", "ᄅᄐ", "ᄅᄑ", "ᄅᄒ", "ᄆ", "ᄇ", "ᄇᄉ",
    "ᄉ",   "ᄊ",   "ᄋ",   "ᄌ",   "ᄎ",   "ᄏ",   "ᄐ", "ᄑ", "ᄒ"};

void add_vowel(std::string& form, char32_t vowel) {
  form += kVowelKeys[vowel - kVowel];
}

void add_final(std::string& form, char32_t final) {
  form += kFinalKeys[final - kFinal - 1];
}

void add_syllable(std::string& form, char32_t syllable) {
  const char32_t index = syllable - kFirstSyllable;
  form += text::encode_utf8(kLeading + index / (kVowels * kFinals));
  add_vowel(form, kVowel + index / kFinals % kVowels);
  if (index % kFinals != 0) add_final(form, kFinal + index % kFinals);
}

void add_character(std::string& form, char32_t c) {
  constexpr char32_t kKatakanaFromHiragana = 0x60;
  if (c >= kFirstSyllable && c <= kLastSyllable) {
    add_syllable(form, c);
  } else if (c >= kVowel && c < kVowel + kVowels) {
    add_vowel(form, c);
  } else if (c > kFinal && c < kFinal + kFinals) {
    add_final(form, c);
  } else if (c >= U'ァ' && c <= U'ヶ') {
    form += text::encode_utf8(c - kKatakanaFromHiragana);
  } else {
    form += text::encode_utf8(c);
  }
}

bool is_ascii(std::string_view bytes) {
  for (const char c : bytes) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

bool ends_in_space(std::string_view utf8) {
  return !utf8.empty() && (utf8.back() == ' ' || utf8.ends_with("\u3000"));
}

}  // namespace

std::string typing_form(std::string_view utf8) {
  std::string folded = text::fold_name(utf8);
  std::string form;
  if (is_ascii(folded)) {
    form = std::move(folded);
  } else {
    folded = text::simplify(folded);
    for (size_t i = 0; i < folded.size();) {
      const text::CodePoint next = text::code_point_at(folded, i);
      i += next.size;
      add_character(form, next.value);
    }
  }
  if (!form.empty() && ends_in_space(utf8)) form += ' ';
  return form;
}

bool is_cjk(char32_t code_point) {
  const text::Script script = text::script_of(code_point);
  return script == text::Script::kHan || script == text::Script::kKana ||
         script == text::Script::kHangul;
}

text::Span typed_part(std::string_view written, uint32_t begin,
                      std::string_view form) {
  while (form.ends_with(' ')) form.remove_suffix(1);
  size_t end = begin;
  while (end < written.size()) {
    end += text::code_point_at(written, end).size;
    if (typing_form(written.substr(begin, end - begin)).size() >= form.size()) {
      break;
    }
  }
  return {begin, static_cast<uint32_t>(end)};
}

}  // namespace search
