#include "extract/fact_date.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace extract {
namespace {

bool is_digits(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// 1-12 for the name of a month, or 0.
int month_number(const Token& token) {
  constexpr std::array<std::string_view, 12> kMonths = {
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december"};
  if (!token.capitalised) return 0;
  for (size_t i = 0; i < kMonths.size(); ++i) {
    const bool abbreviated =
        token.folded.size() == 3 && kMonths[i].starts_with(token.folded);
    if (token.folded == kMonths[i] || abbreviated) {
      return static_cast<int>(i) + 1;
    }
  }
  return 0;
}

// The value of a number of one or two digits not above `most`, or 0.
int small_number(const Token& token, int most) {
  if (token.kind != TokenKind::kNumber || token.folded.size() > 2 ||
      !is_digits(token.folded)) {
    return 0;
  }
  int value = 0;
  for (const char c : token.folded) value = value * 10 + (c - '0');
  return value <= most ? value : 0;
}

std::string part(int number) {
  return (number < 10 ? "-0" : "-") + std::to_string(number);
}

bool is_one_of(const FactSentence& sentence, size_t i, std::string_view a,
               std::string_view b) {
  return sentence.is(i, a) || sentence.is(i, b);
}

// `2025年12月16日`, from the year on.
std::string cjk_date(const FactSentence& sentence, size_t year) {
  std::string date = sentence.token(year).folded;
  if (year + 3 >= sentence.size()) return date;
  const int month = small_number(sentence.token(year + 2), 12);
  if (month == 0 || !is_one_of(sentence, year + 3, "月", "월")) return date;
  date += part(month);
  if (year + 5 >= sentence.size()) return date;
  const int day = small_number(sentence.token(year + 4), 31);
  return day > 0 && is_one_of(sentence, year + 5, "日", "일") ? date + part(day)
                                                              : date;
}

// `December 2025`, `December 15, 2025`, `15 December 2025`, `by 2025`.
std::string latin_date(const FactSentence& sentence, size_t year) {
  constexpr size_t kReach = 5;
  size_t at = year;
  int day = 0;
  if (at > 1 && sentence.is(at - 1, ",")) --at;
  if (at > 0 && at < year) {
    day = small_number(sentence.token(at - 1), 31);
    if (day > 0) --at;
  }
  if (const int month = at > 0 ? month_number(sentence.token(at - 1)) : 0) {
    if (day == 0 && at > 1) day = small_number(sentence.token(at - 2), 31);
    const std::string date = sentence.token(year).folded + part(month);
    return day > 0 ? date + part(day) : date;
  }
  if (at < year) return {};
  constexpr std::array<std::string_view, 24> kLeads = {
      "in",     "by",      "for",  "from",  "since",  "until",
      "of",     "during",  "end",  "early", "late",   "mid",
      "the",    "around",  "full", "year",  "fiscal", "half",
      "before", "through", "to",   "q1",    "q2",     "and"};
  for (size_t back = 1; back <= std::min(kReach, year); ++back) {
    const Token& token = sentence.token(year - back);
    if (std::ranges::find(kLeads, token.folded) != kLeads.end()) {
      return sentence.token(year).folded;
    }
    if (token.kind == TokenKind::kPunctuation && token.folded != "-") return {};
  }
  return {};
}

// The date whose year is token `i`; empty if it is none.
std::string date_at(const FactSentence& sentence, size_t i) {
  const Token& token = sentence.token(i);
  const bool year =
      token.kind == TokenKind::kNumber && token.folded.size() == 4 &&
      (token.folded.starts_with("19") || token.folded.starts_with("20")) &&
      is_digits(token.folded) && sentence.quantity_at(i) == nullptr;
  if (!year) return {};
  if (is_one_of(sentence, i + 1, "年", "년")) return cjk_date(sentence, i);
  return latin_date(sentence, i);
}

}  // namespace

std::string date_of(const FactSentence& sentence, const Quantity& quantity) {
  constexpr size_t kAfter = 16;
  constexpr size_t kBefore = 40;
  const auto stops = [&](size_t i) {
    const Quantity* other = sentence.quantity_at(i);
    return sentence.is(i, ";") ||
           (other != nullptr && other->kind == quantity.kind);
  };
  const size_t end = std::min(quantity.last + kAfter, sentence.size());
  for (size_t i = quantity.last; i < end && !stops(i); ++i) {
    if (sentence.is(i, "which") || sentence.is(i, "who")) break;
    const bool clause = sentence.is(i, ",") &&
                        !sentence.is_cjk_at(quantity.first) &&
                        i > quantity.last;
    if (clause) break;
    if (auto date = date_at(sentence, i); !date.empty()) return date;
  }
  const size_t begin = quantity.first > kBefore ? quantity.first - kBefore : 0;
  for (size_t i = quantity.first; i > begin && !stops(i - 1); --i) {
    if (auto date = date_at(sentence, i - 1); !date.empty()) return date;
  }
  return {};
}

}  // namespace extract
