#include "text/language.h"

#include <cld2/public/compact_lang_det.h>

#include "text/characters.h"
#include "text/utf8.h"

namespace text {
namespace {

// What is beyond adds nothing to the decision.
constexpr size_t kMaxBytes = 64 * 1024;

// CLD2 has codes of its own for some languages, and some of three letters.
std::string iso_639_1(std::string_view code) {
  code = code.substr(0, code.find('-'));  // `zh-Hant`
  if (code == "iw") return "he";
  if (code == "jw") return "jv";
  if (code.size() != 2) return {};
  return std::string(code);
}

// The language that the script of most letters leaves no doubt of.
std::string language_of_script(std::string_view utf8) {
  size_t letters = 0;
  size_t han = 0;
  size_t kana = 0;
  size_t hangul = 0;
  for (size_t i = 0; i < utf8.size();) {
    const CodePoint next = code_point_at(utf8, i);
    i += next.size;
    if (!is_letter(next.value)) continue;
    ++letters;
    const Script script = script_of(next.value);
    han += script == Script::kHan ? 1 : 0;
    kana += script == Script::kKana ? 1 : 0;
    hangul += script == Script::kHangul ? 1 : 0;
  }
  if (2 * hangul > letters) return "ko";
  if (2 * (han + kana) <= letters) return {};
  return kana > 0 ? "ja" : "zh";
}

std::string detect(std::string_view utf8) {
  bool is_plain_text = true;
  bool is_reliable = false;
  const CLD2::Language language = CLD2::DetectLanguage(
      utf8.data(), static_cast<int>(utf8.size()), is_plain_text, &is_reliable);
  if (!is_reliable || language == CLD2::UNKNOWN_LANGUAGE) {
    return language_of_script(utf8);
  }
  return iso_639_1(CLD2::LanguageCode(language));
}

}  // namespace

std::string detect_language(std::string_view utf8) {
  const std::string_view beginning = cut_utf8(utf8, kMaxBytes);
  if (is_valid_utf8(beginning)) return detect(beginning);
  return detect(make_valid_utf8(beginning));
}

}  // namespace text
