#include "extract/digits.h"

#include <charconv>
#include <string>
#include <utility>

#include "text/fold.h"

namespace extract {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The bytes of `number` that are its number: digits, full-width digits, and
// the marks between them.
size_t digits_size(std::string_view number) {
  size_t at = 0;
  while (at < number.size()) {
    if (is_digit(number[at]) || number[at] == ',' || number[at] == '.') {
      ++at;
    } else if (number.substr(at).starts_with("\xEF\xBC") &&
               at + 2 < number.size() && number[at + 2] >= '\x90' &&
               number[at + 2] <= '\x99') {
      at += 3;
    } else {
      break;
    }
  }
  return at;
}

// Full-width digits as ASCII.
std::string narrow(std::string_view number) {
  std::string ascii;
  for (size_t i = 0; i < number.size(); ++i) {
    if (number.substr(i).starts_with("\xEF\xBC")) {
      ascii.push_back(static_cast<char>(number[i + 2] - '\x90' + '0'));
      i += 2;
    } else {
      ascii.push_back(number[i]);
    }
  }
  return ascii;
}

}  // namespace

std::optional<double> parse_digits(std::string_view token) {
  constexpr size_t kMost = 40;
  if (token.size() > kMost || digits_size(token) != token.size()) {
    return std::nullopt;
  }
  std::string digits;
  size_t group = 0;  // digits since the last comma
  bool comma = false;
  bool point = false;
  for (const char c : narrow(token)) {
    if (c == ',') {
      const bool begins = !comma && group >= 1 && group <= 3;
      if (point || !(begins || (comma && group == 3))) return std::nullopt;
      comma = true;
      group = 0;
    } else if (c == '.') {
      if (point || (comma && group != 3)) return std::nullopt;
      point = true;
      digits.push_back(c);
    } else {
      digits.push_back(c);
      group += point ? 0 : 1;
    }
  }
  if (comma && group != 3) return std::nullopt;
  double value = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) {
    return std::nullopt;
  }
  return value;
}

std::vector<Token> split_numbers(std::string_view utf8,
                                 std::span<const Token> tokens) {
  std::vector<Token> split;
  split.reserve(tokens.size());
  for (const Token& token : tokens) {
    split.push_back(token);
    if (token.kind != TokenKind::kNumber) continue;
    const std::string_view written = text::slice(utf8, token.span);
    const size_t size = digits_size(written);
    if (size == 0 || size == written.size()) continue;
    Token letters = token;
    letters.kind = TokenKind::kWord;
    letters.space_before = false;
    letters.starts_word = true;
    letters.span.begin += static_cast<uint32_t>(size);
    letters.folded = text::fold_name(written.substr(size));
    Token& number = split.back();
    number.span.end = letters.span.begin;
    number.folded = written.substr(0, size);
    number.possessive = false;
    number.ends_with_dot = false;
    split.push_back(std::move(letters));
  }
  return split;
}

}  // namespace extract
