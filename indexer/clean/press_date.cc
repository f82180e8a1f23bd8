#include "indexer/clean/press_date.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <span>
#include <vector>

#include "indexer/clean/date_tokens.h"
#include "text/fold.h"

namespace indexer {
namespace {

constexpr size_t kMaxBytes = 200;
constexpr int64_t kSecondsOfDay = 24 * 60 * 60;

// Papers are younger; programs write years 1 and 9999 where they know none.
constexpr int kFirstYear = 1600;
constexpr int kLastYear = 2100;

// The zone that a page means where it names none, in minutes east of UTC.
int unnamed_zone(std::string_view language) {
  if (language == "zh") return 480;
  return language == "ko" || language == "ja" ? 540 : 0;
}

// True if `16/12/2025` has the day first on pages of that language. English
// ones write both.
bool names_day_first(std::string_view language) {
  static constexpr auto kLanguages = std::to_array<std::string_view>(
      {"de", "es", "fr", "id", "it", "nl", "pl", "pt", "ru", "tr", "uk", "vi"});
  return std::ranges::binary_search(kLanguages, language);
}

// The first Sunday of `month` on or after `day`.
std::chrono::sys_days sunday_from(int year, unsigned month, unsigned day) {
  using namespace std::chrono;
  const sys_days from = std::chrono::year(year) / std::chrono::month(month) /
                        std::chrono::day(day);
  return from + (Sunday - weekday(from));
}

// True if clocks in the United States are an hour ahead on that day (15 U.S.C.
// 260a; the rules since 1987).
bool is_american_summer(const text::CivilTime& civil) {
  using namespace std::chrono;
  const sys_days day = std::chrono::year(civil.year) /
                       std::chrono::month(static_cast<unsigned>(civil.month)) /
                       std::chrono::day(static_cast<unsigned>(civil.day));
  const bool longer = civil.year >= 2007;
  const sys_days begin =
      longer ? sunday_from(civil.year, 3, 8) : sunday_from(civil.year, 4, 1);
  const sys_days end =
      longer ? sunday_from(civil.year, 11, 1) : sunday_from(civil.year, 10, 25);
  return begin <= day && day < end;
}

// Of a year's last two digits, nearly as RFC 2822 has it.
int full_year(int last) { return last < 70 ? 2000 + last : 1900 + last; }

// Reads tokens from the left; what does not fit is left alone.
class DateReader {
 public:
  DateReader(std::vector<DateToken> tokens, std::string_view language)
      : tokens_(std::move(tokens)), language_(language) {}

  std::optional<text::Timestamp> read() {
    for (size_t i = 0; i < tokens_.size(); ++i) {
      const size_t end = read_date(i);
      if (end == 0) continue;
      if (civil_.year < kFirstYear || civil_.year > kLastYear) return {};
      read_time(i, end);
      return text::to_timestamp(civil_);
    }
    return {};
  }

 private:
  bool is(size_t i, DateWord word) const {
    return i < tokens_.size() && tokens_[i].word == word;
  }
  bool is_symbol(size_t i, std::string_view symbols) const {
    return is(i, DateWord::kSymbol) &&
           symbols.find(static_cast<char>(tokens_[i].value)) !=
               std::string_view::npos;
  }
  bool is_year(size_t i) const {
    return is(i, DateWord::kNumber) && tokens_[i].digits == 4;
  }
  bool is_number(size_t i) const { return is(i, DateWord::kNumber); }
  bool is_small(size_t i) const {
    return is(i, DateWord::kNumber) && tokens_[i].digits <= 2;
  }
  bool is_two(size_t i) const {
    return is(i, DateWord::kNumber) && tokens_[i].digits == 2;
  }
  int number(size_t i) const { return static_cast<int>(tokens_[i].value); }

  size_t set_date(int year, int month, int day, size_t end) {
    civil_.year = year;
    civil_.month = month;
    civil_.day = day;
    return end;
  }

  // The index after the date that begins at `i`; 0 if none does.
  size_t read_date(size_t i) {
    if (const size_t end = read_compact(i)) return end;
    if (const size_t end = read_year_first(i)) return end;
    if (const size_t end = read_era(i)) return end;
    if (const size_t end = read_month_first(i)) return end;
    if (const size_t end = read_day_first(i)) return end;
    return read_numbers(i);
  }

  // `20251216`, `20251216T003000Z`; only at the beginning, since such numbers
  // are not only dates.
  size_t read_compact(size_t i) {
    if (i > 0 || !is(i, DateWord::kNumber) || tokens_[i].digits != 8) return 0;
    const int year = number(i) / 10000;
    const int month = number(i) / 100 % 100;
    const int day = number(i) % 100;
    if (year < 1900 || year > kLastYear || month < 1 || month > 12) return 0;
    return set_date(year, month, day, i + 1);
  }

  // `令和7年12月16日`.
  size_t read_era(size_t i) {
    const bool marked = is(i, DateWord::kEra) && is_number(i + 1) &&
                        is(i + 2, DateWord::kYearMark) && is_small(i + 3) &&
                        is(i + 4, DateWord::kMonthMark) && is_small(i + 5);
    if (!marked || tokens_[i + 1].digits > 3) return 0;
    const size_t end = i + 6 + (is(i + 6, DateWord::kDayMark) ? 1 : 0);
    return set_date(number(i) + number(i + 1), number(i + 3), number(i + 5),
                    end);
  }

  // `2025-12-16`, `2025. 12. 16.`, `2025年12月16日`.
  size_t read_year_first(size_t i) {
    if (!is_year(i) || !is_small(i + 2) || !is_small(i + 4)) return 0;
    const bool marked =
        is(i + 1, DateWord::kYearMark) && is(i + 3, DateWord::kMonthMark);
    const bool separated = is_symbol(i + 1, "-/.") && is_symbol(i + 3, "-/.");
    if (!marked && !separated) return 0;
    const bool closed = is(i + 5, DateWord::kDayMark) || is_symbol(i + 5, ".");
    return set_date(number(i), number(i + 2), number(i + 4),
                    i + 5 + (closed ? 1 : 0));
  }

  // `Dec 16, 2025`, `Dec. 16th 2025`.
  size_t read_month_first(size_t i) {
    if (!is(i, DateWord::kMonth)) return 0;
    const size_t day = i + 1 + (is_symbol(i + 1, ".") ? 1 : 0);
    if (!is_small(day)) return 0;
    size_t year = day + 1 + (is(day + 1, DateWord::kOrdinal) ? 1 : 0);
    year += is_symbol(year, ",") ? 1 : 0;
    if (is_year(year)) {
      return set_date(number(year), number(i), number(day), year + 1);
    }
    const size_t last = year_behind_time(year);
    if (last == 0) return 0;
    return set_date(number(last), number(i), number(day), year);
  }

  // Of `00:24:00 +0000 2025`, `00:24:00 EST 2025` at `i`; 0 if that is
  // something else.
  size_t year_behind_time(size_t i) const {
    const bool time = is_small(i) && is_symbol(i + 1, ":") && is_small(i + 2) &&
                      is_symbol(i + 3, ":") && is_small(i + 4);
    if (!time) return 0;
    size_t year = i + 5;
    if (is(year, DateWord::kZone) || is(year, DateWord::kChinaTime)) ++year;
    if (is_symbol(year, "+-")) year += 2;
    return is_year(year) ? year : 0;
  }

  // `16 December 2025`, `16-Dec-2025`, `Tue, 16 Dec 25`.
  size_t read_day_first(size_t i) {
    if (!is_small(i)) return 0;
    size_t month = i + 1 + (is(i + 1, DateWord::kOrdinal) ? 1 : 0);
    month += is_symbol(month, "-.") || is(month, DateWord::kOf) ? 1 : 0;
    if (!is(month, DateWord::kMonth)) return 0;
    size_t year = month + 1 + (is_symbol(month + 1, "-.,") ? 1 : 0);
    year += is(year, DateWord::kOf) ? 1 : 0;
    if (is_year(year)) {
      return set_date(number(year), number(month), number(i), year + 1);
    }
    if (!is(year, DateWord::kNumber) || tokens_[year].digits != 2) return 0;
    return set_date(full_year(number(year)), number(month), number(i),
                    year + 1);
  }

  // `16.12.25`, at the beginning or where the day stands first.
  size_t read_short_numbers(size_t i) {
    const bool fits = is_two(i) && is_symbol(i + 1, ".") && is_two(i + 2) &&
                      is_symbol(i + 3, ".") && is_two(i + 4);
    if (!fits || (i > 0 && !names_day_first(language_))) return 0;
    return set_date(full_year(number(i + 4)), number(i + 2), number(i), i + 5);
  }

  // `16.12.2025`, `16/12/2025`, `12/16/2025`, unless both may be months.
  size_t read_numbers(size_t i) {
    if (const size_t end = read_short_numbers(i)) return end;
    if (!is_small(i) || !is_symbol(i + 1, "./-") || !is_small(i + 2) ||
        !is_symbol(i + 3, "./-") || !is_year(i + 4)) {
      return 0;
    }
    const int first = number(i);
    const int second = number(i + 2);
    const bool day_first = is_symbol(i + 1, ".") || names_day_first(language_);
    if (day_first || first > 12 || first == second) {
      return set_date(number(i + 4), second, first, i + 5);
    }
    if (second <= 12) return 0;
    return set_date(number(i + 4), first, second, i + 5);
  }

  // The time after the date, or else before it.
  void read_time(size_t date, size_t end) {
    for (size_t i = end; i < tokens_.size(); ++i) {
      if (read_time_at(i)) return;
    }
    for (size_t i = 0; i < date; ++i) {
      if (read_time_at(i)) return;
    }
  }

  // `003000` and `0030` behind `20251216T`.
  bool read_compact_time(size_t i) {
    const int digits = tokens_[i].digits;
    if (!is_number(i) || i != 1 || tokens_[0].digits != 8) return false;
    if (digits != 4 && digits != 6) return false;
    const int minutes = digits == 6 ? number(i) / 100 : number(i);
    civil_.hour = minutes / 100;
    civil_.minute = minutes % 100;
    civil_.second = digits == 6 ? std::min(number(i) % 100, 59) : 0;
    read_zone(i + 1);
    return true;
  }

  bool read_time_at(size_t i) {
    if (read_compact_time(i)) return true;
    if (!is_small(i)) return false;
    const bool clock = is_symbol(i + 1, ".") && is(i + 3, DateWord::kHourMark);
    const bool colon =
        (is_symbol(i + 1, ":") || clock) && is_small(i + 2);  // `9.30 Uhr`
    const bool marked = is(i + 1, DateWord::kHourMark);
    const bool bare = is_half(i + 1);  // `9 am`
    if (!colon && !marked && !bare) return false;
    size_t end = i + 1;
    civil_.hour = number(i);
    if (colon) {
      civil_.minute = number(i + 2);
      end = i + 3;
    } else if (marked) {
      end = i + 2;
      const bool closed = is(i + 3, DateWord::kMinuteMark);
      if (is_small(i + 2) && (closed || tokens_[i + 2].digits == 2)) {
        civil_.minute = number(i + 2);
        end = i + 3 + (closed ? 1 : 0);
      }
    }
    if (is_symbol(end, ":") && is_small(end + 1)) {
      civil_.second = std::min(number(end + 1), 59);  // No leap seconds.
      end += 2;
      const bool fraction =
          is_symbol(end, ".,") && is(end + 1, DateWord::kNumber);
      if (fraction) end += 2;
    }
    if (is_half(end)) {
      set_half(end++);
    } else if (i > 0 && is_half(i - 1)) {
      set_half(i - 1);
    }
    read_zone(end);
    return true;
  }

  bool is_half(size_t i) const {
    return is(i, DateWord::kAm) || is(i, DateWord::kPm);
  }

  void set_half(size_t i) {
    const bool afternoon = is(i, DateWord::kPm);
    if (afternoon && civil_.hour < 12) civil_.hour += 12;
    if (!afternoon && civil_.hour == 12) civil_.hour = 0;
  }

  void read_zone(size_t i) {
    civil_.utc_offset_minutes = unnamed_zone(language_);
    if (is_symbol(i, "(")) ++i;
    for (size_t j = 0; j < tokens_.size(); ++j) {
      if (is(j, DateWord::kZone) && (j == i || tokens_[j].value != 0)) {
        civil_.utc_offset_minutes = static_cast<int>(tokens_[j].value);
      }
      if (is(j, DateWord::kChinaTime)) {
        civil_.utc_offset_minutes =
            language_ == "zh" ? 480 : static_cast<int>(tokens_[j].value);
      }
    }
    if (is(i, DateWord::kZone)) ++i;
    read_near_zone(i);
    read_offset(i);
  }

  // What means a zone right behind a time: `et` and `pt` are words as well.
  void read_near_zone(size_t i) {
    if (is(i, DateWord::kNearZone)) civil_.utc_offset_minutes = number(i);
    const bool english = language_.empty() || language_ == "en";
    if (!is(i, DateWord::kAmericanTime) || !english) return;
    civil_.utc_offset_minutes =
        number(i) + (is_american_summer(civil_) ? 60 : 0);
  }

  // `+08:00`, `+0800`, `+8`.
  void read_offset(size_t i) {
    if (!is_symbol(i, "+-") || !is(i + 1, DateWord::kNumber)) return;
    int hours = number(i + 1);
    int minutes = 0;
    if (tokens_[i + 1].digits == 4) {
      minutes = hours % 100;
      hours /= 100;
    } else if (tokens_[i + 1].digits > 2) {
      return;
    } else if (is_symbol(i + 2, ":") && is_small(i + 3)) {
      minutes = number(i + 3);
    }
    if (hours > 14 || minutes > 59) return;
    const int sign = is_symbol(i, "-") ? -1 : 1;
    civil_.utc_offset_minutes = sign * (hours * 60 + minutes);
  }

  std::vector<DateToken> tokens_;
  std::string_view language_;
  text::CivilTime civil_;
};

// How many seconds ago; nothing if `tokens` say anything else. `Ago` stands
// first or last.
std::optional<int64_t> read_relative(std::span<const DateToken> tokens) {
  if (tokens.size() == 1 && tokens[0].word == DateWord::kYesterday) {
    return kSecondsOfDay;
  }
  if (tokens.size() != 3) return {};
  const bool first = tokens[0].word == DateWord::kAgo;
  if (!first && tokens[2].word != DateWord::kAgo) return {};
  const DateToken& count = tokens[first ? 1 : 0];
  const DateToken& unit = tokens[first ? 2 : 1];
  const bool one = count.word == DateWord::kOne;
  if (!one && (count.word != DateWord::kNumber || count.digits > 4)) return {};
  const int64_t value = one ? 1 : count.value;
  switch (unit.word) {
    case DateWord::kUnit:
      return value * unit.value;
    case DateWord::kMinuteMark:
      return value * 60;
    case DateWord::kDayMark:
      return value * kSecondsOfDay;
    default:
      return {};
  }
}

std::vector<DateToken> tokens_of(std::string_view text) {
  if (text.size() > kMaxBytes) return {};
  return split_date(text::fold(text));
}

}  // namespace

std::optional<text::Timestamp> parse_press_date(
    std::string_view text, const PressDateContext& context) {
  std::vector<DateToken> tokens = tokens_of(text);
  if (const auto ago = read_relative(tokens)) {
    if (!context.crawled) return {};
    const int64_t seconds = static_cast<int64_t>(*context.crawled) - *ago;
    if (seconds < 0) return {};  // No news is from before 1970 and told so.
    return text::Timestamp{seconds};
  }
  return DateReader(std::move(tokens), context.language).read();
}

bool is_relative_date(std::string_view text) {
  return read_relative(tokens_of(text)).has_value();
}

}  // namespace indexer
