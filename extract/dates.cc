#include "extract/dates.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace extract {
namespace {

// 1-12, or 0.
int month_number(const Token& token) {
  constexpr std::array<std::string_view, 12> kMonths = {
      "jan", "feb", "mar", "apr", "may", "jun",
      "jul", "aug", "sep", "oct", "nov", "dec"};
  const std::string_view start = std::string_view(token.folded).substr(0, 3);
  const auto found = std::ranges::find(kMonths, start);
  return found == kMonths.end() ? 0
                                : static_cast<int>(found - kMonths.begin()) + 1;
}

// 1-31, or 0.
int day_number(const Token& token) {
  if (token.kind != TokenKind::kNumber || token.folded.size() > 2) return 0;
  int day = 0;
  for (const char c : token.folded) {
    if (c < '0' || c > '9') return 0;
    day = day * 10 + (c - '0');
  }
  return day <= 31 ? day : 0;
}

// `-07`: a month or a day of a date.
std::string date_part(int number) {
  return (number < 10 ? "-0" : "-") + std::to_string(number);
}

// `December 2025`, `December 15, 2025`, `15 December 2025`, `2025`.
std::string date_before(const Knowledge& knowledge,
                        std::span<const Token> tokens, size_t year) {
  size_t at = year;
  int day = 0;
  if (at > 0 && tokens[at - 1].folded == ",") --at;
  if (at > 0 && at < year) {
    day = day_number(tokens[at - 1]);
    if (day > 0) --at;
  }
  const auto is_month = [&](size_t i) {
    return knowledge.in(knowledge.grammar().month, tokens[i]);
  };
  if (at == 0 || !is_month(at - 1)) return tokens[year].folded;
  const int month = month_number(tokens[at - 1]);
  if (day == 0 && at > 1) day = day_number(tokens[at - 2]);
  const std::string date = tokens[year].folded + date_part(month);
  return day > 0 ? date + date_part(day) : date;
}

// True if what `token` begins is no more said of the trigger: `, and`, `which`,
// `later bought by A, took over`, `a smelter, the first since`.
bool leaves_clause(const Knowledge& knowledge, const Token& before,
                   const Token& token) {
  const Grammar& grammar = knowledge.grammar();
  if (token.folded == ";" || knowledge.in(grammar.relative, token)) return true;
  if (token.folded == ",") return is_cjk(before.kind);
  return before.folded == "," &&
         (token.folded == "and" || token.folded == "the" ||
          knowledge.in(grammar.finite, token));
}

}  // namespace

bool is_year(const Token& token) {
  return token.kind == TokenKind::kNumber && token.folded.size() == 4 &&
         (token.folded.starts_with("19") || token.folded.starts_with("20")) &&
         std::ranges::all_of(token.folded,
                             [](char c) { return c >= '0' && c <= '9'; });
}

std::string find_date(const Knowledge& knowledge,
                      std::span<const Token> tokens) {
  constexpr size_t kReach = 7;
  for (size_t year = 0; year < tokens.size(); ++year) {
    const Token& token = tokens[year];
    if (year > 0 && leaves_clause(knowledge, tokens[year - 1], token)) {
      return {};
    }
    if (!is_year(token)) continue;
    for (size_t back = 1; back <= std::min(kReach, year); ++back) {
      const Token& word = tokens[year - back];
      if (knowledge.in(knowledge.grammar().date_lead, word)) {
        return date_before(knowledge, tokens, year);
      }
    }
    const bool cjk =
        year + 1 < tokens.size() &&
        (tokens[year + 1].folded == "年" || tokens[year + 1].folded == "년");
    if (cjk) return tokens[year].folded;
  }
  return {};
}

}  // namespace extract
