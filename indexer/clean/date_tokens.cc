#include "indexer/clean/date_tokens.h"

#include <algorithm>
#include <optional>
#include <string>

#include "indexer/clean/date_words.h"

namespace indexer {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

// Of Latin letters with accents in UTF-8, U+00C0 to U+017F.
bool begins_accented(char c) { return c >= '\xC3' && c <= '\xC5'; }
bool is_word_byte(char c) {
  return is_letter(c) || begins_accented(c) || (c & '\xC0') == '\x80';
}

// The digit of Arabic or Persian that `text` begins with, U+0660 to U+0669 or
// U+06F0 to U+06F9; nothing if it begins otherwise.
std::optional<char> eastern_digit(std::string_view text) {
  if (text.size() < 2) return {};
  const char first = text[0] == '\xD9' ? '\xA0' : '\xB0';
  if (text[0] != '\xD9' && text[0] != '\xDB') return {};
  const int digit = text[1] - first;
  if (digit < 0 || digit > 9) return {};
  return static_cast<char>('0' + digit);
}

std::string with_western_digits(std::string_view text) {
  std::string western;
  while (!text.empty()) {
    const auto digit = eastern_digit(text);
    western += digit.value_or(text.front());
    text.remove_prefix(digit ? 2 : 1);
  }
  return western;
}

std::string_view take_while(std::string_view& rest, bool (*accepts)(char)) {
  const size_t count = static_cast<size_t>(
      std::ranges::find_if_not(rest, accepts) - rest.begin());
  const std::string_view taken = rest.substr(0, count);
  rest.remove_prefix(count);
  return taken;
}

DateToken take_number(std::string_view& rest) {
  const std::string_view digits = take_while(rest, is_digit);
  int64_t value = 0;
  for (const char c : digits.substr(0, 12)) value = value * 10 + (c - '0');
  return {DateWord::kNumber, value, static_cast<int>(digits.size())};
}

DateToken take_word(std::string_view& rest) {
  if (rest.starts_with("a.m.") || rest.starts_with("p.m.")) {
    const bool morning = rest.front() == 'a';
    rest.remove_prefix(4);
    return {morning ? DateWord::kAm : DateWord::kPm};
  }
  constexpr std::string_view kFrenchAgo = "il y a ";
  if (rest.starts_with(kFrenchAgo)) {
    rest.remove_prefix(kFrenchAgo.size());
    return {DateWord::kAgo};
  }
  const std::string_view word = take_while(rest, is_word_byte);
  const auto found =
      std::ranges::find(latin_date_words(), word, &DateForm::text);
  if (found == latin_date_words().end()) return {DateWord::kOther};
  return {found->word, found->value};
}

DateToken take_other(std::string_view& rest) {
  for (const DateForm& entry : other_date_words()) {
    if (!rest.starts_with(entry.text)) continue;
    rest.remove_prefix(entry.text.size());
    return {entry.word, entry.value};
  }
  rest.remove_prefix(1);
  while (!rest.empty() && (rest.front() & '\xC0') == '\x80') {
    rest.remove_prefix(1);
  }
  return {DateWord::kOther};
}

}  // namespace

std::vector<DateToken> split_date(std::string_view text) {
  const std::string western = with_western_digits(text);
  std::string_view folded = western;
  std::vector<DateToken> tokens;
  while (!folded.empty()) {
    const char c = folded.front();
    if (is_digit(c)) {
      tokens.push_back(take_number(folded));
    } else if (is_letter(c) || begins_accented(c)) {
      // The T between date and time.
      if (c == 't' && folded.size() > 1 && is_digit(folded[1])) {
        folded.remove_prefix(1);
        continue;
      }
      tokens.push_back(take_word(folded));
    } else if (c < 0) {
      tokens.push_back(take_other(folded));
    } else {
      if (c != ' ') tokens.push_back({DateWord::kSymbol, c});
      folded.remove_prefix(1);
    }
  }
  return tokens;
}

}  // namespace indexer
