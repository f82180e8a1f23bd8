#include "text/fold.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include <algorithm>

#include "text/characters.h"
#include "text/icu.h"
#include "text/utf8.h"

namespace text {
namespace {

// Normalizing takes quadratic time in the length of a run of combining marks,
// so that texts are folded in pieces of this size, in bytes.
constexpr size_t kPiece = 4096;

bool is_ascii(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x80;
  });
}

std::string lower_ascii(std::string_view ascii) {
  std::string lower(ascii);
  for (char& c : lower) {
    if ('A' <= c && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

const icu::Normalizer2& nfkc_casefold() {
  UErrorCode status = U_ZERO_ERROR;
  const auto* normalizer = icu::Normalizer2::getNFKCCasefoldInstance(status);
  check(status, "load NFKC_Casefold");
  return *normalizer;
}

const icu::Normalizer2& nfd() {
  UErrorCode status = U_ZERO_ERROR;
  const auto* normalizer = icu::Normalizer2::getNFDInstance(status);
  check(status, "load NFD");
  return *normalizer;
}

const icu::Normalizer2& nfc() {
  UErrorCode status = U_ZERO_ERROR;
  const auto* normalizer = icu::Normalizer2::getNFCInstance(status);
  check(status, "load NFC");
  return *normalizer;
}

// Where the piece of `utf8` that starts at `begin` ends: at a character that
// cannot combine with what is before it, if one comes in time.
size_t end_of_piece(const icu::Normalizer2& form, std::string_view utf8,
                    size_t begin) {
  const auto rest = utf8.substr(begin);
  size_t end = cut_utf8(rest, kPiece).size();
  while (end < rest.size() && end < 2 * kPiece) {
    const CodePoint next = code_point_at(rest, end);
    if (form.hasBoundaryBefore(static_cast<UChar32>(next.value))) break;
    end += next.size;
  }
  return begin + end;
}

std::string normalize(const icu::Normalizer2& form, std::string_view utf8) {
  std::string normalized;
  normalized.reserve(utf8.size());
  icu::StringByteSink<std::string> sink(&normalized);
  for (size_t begin = 0; begin < utf8.size();) {
    const size_t end = end_of_piece(form, utf8, begin);
    UErrorCode status = U_ZERO_ERROR;
    form.normalizeUTF8(0,
                       icu::StringPiece(utf8.data() + begin,
                                        static_cast<int32_t>(end - begin)),
                       sink, nullptr, status);
    check(status, "normalize");
    begin = end;
  }
  return normalized;
}

// The letters for one that Unicode does not decompose.
std::string_view plain_letters(char32_t letter) {
  switch (letter) {
    case U'ø':
      return "o";
    case U'ł':
      return "l";
    case U'đ':
      return "d";
    case U'ħ':
      return "h";
    case U'ı':
      return "i";
    case U'æ':
      return "ae";
    case U'œ':
      return "oe";
    default:
      return {};
  }
}

bool is_greek(char32_t c) {
  return (0x370 <= c && c <= 0x3ff) || (0x1f00 <= c && c <= 0x1fff);
}

// True if `mark` behind the letter `base` makes no other letter of it.
bool is_accent(char32_t mark, char32_t base) {
  constexpr char32_t kDiaeresis = 0x308;
  if (base == U'е') return mark == kDiaeresis;
  return script_of(base) == Script::kLatin || is_greek(base);
}

// One form of each kind of punctuation that names are written with.
char32_t plain_punctuation(char32_t c) {
  switch (c) {
    case U'`':
    case U'ʹ':
    case U'ʻ':
    case U'ʼ':
    case U'‘':
    case U'’':
    case U'‚':
    case U'‛':
    case U'′':
      return U'\'';
    case U'“':
    case U'”':
    case U'„':
    case U'‟':
    case U'«':
    case U'»':
      return U'"';
    case U'‐':
    case U'‒':
    case U'–':
    case U'—':
    case U'―':
    case U'−':
      return U'-';
    default:
      return is_space(c) ? U' ' : c;
  }
}

std::string simplify_punctuation(std::string_view name) {
  std::string simple;
  simple.reserve(name.size());
  for (size_t i = 0; i < name.size();) {
    const CodePoint next = code_point_at(name, i);
    i += next.size;
    const char32_t c = plain_punctuation(next.value);
    if (c == U'.') continue;
    if (c == U' ' && (simple.empty() || simple.back() == ' ')) continue;
    simple += encode_utf8(c);
  }
  if (simple.ends_with(' ')) simple.pop_back();
  return simple;
}

}  // namespace

std::string fold(std::string_view utf8) {
  if (is_ascii(utf8)) return lower_ascii(utf8);
  if (!is_valid_utf8(utf8))
    return normalize(nfkc_casefold(), make_valid_utf8(utf8));
  return normalize(nfkc_casefold(), utf8);
}

std::string remove_accents(std::string_view folded) {
  if (is_ascii(folded)) return std::string(folded);
  const std::string decomposed = normalize(nfd(), folded);
  std::string bare;
  bare.reserve(decomposed.size());
  char32_t base = 0;
  for (size_t i = 0; i < decomposed.size();) {
    const CodePoint next = code_point_at(decomposed, i);
    const auto bytes = std::string_view(decomposed).substr(i, next.size);
    i += next.size;
    if (!is_mark(next.value)) {
      base = next.value;
    } else if (is_accent(next.value, base)) {
      continue;
    }
    const auto plain = plain_letters(next.value);
    bare += plain.empty() ? bytes : plain;
  }
  return normalize(nfc(), bare);
}

std::string fold_name(std::string_view utf8) {
  return simplify_punctuation(remove_accents(fold(utf8)));
}

std::string slug(std::string_view utf8) {
  const std::string folded = fold(utf8);
  std::string result;
  bool gap = false;
  for (size_t i = 0; i < folded.size();) {
    const CodePoint next = code_point_at(folded, i);
    i += next.size;
    const bool kept = is_letter(next.value) || is_digit(next.value) ||
                      (is_mark(next.value) && !gap && !result.empty());
    if (kept) {
      if (gap && !result.empty()) result += '-';
      result += encode_utf8(next.value);
    }
    gap = !kept;
  }
  return result;
}

}  // namespace text
