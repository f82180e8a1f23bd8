// The words of a date.

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace indexer {

enum class DateWord : uint8_t {
  kNumber,  // value, digits
  kMonth,   // value 1-12
  kAm,      // also 上午, 오전, 午前
  kPm,
  kZone,          // value: minutes east of UTC
  kNearZone,      // one only right behind a time: elsewhere it is another word
  kAmericanTime,  // the same; value: in winter
  kEra,           // 令和; value: the year before its first
  kYearMark,      // 年, 년
  kMonthMark,
  kDayMark,
  kHourMark,
  kMinuteMark,
  kSymbol,     // value: the character
  kOrdinal,    // the st, nd, rd, th of 16th
  kOf,         // of `16 de diciembre`
  kOne,        // of `an hour ago`
  kChinaTime,  // CST: value as in America
  kUnit,       // of a relative date; value: seconds
  kAgo,
  kYesterday,
  kOther,
};

struct DateToken {
  DateWord word{};
  int64_t value = 0;
  int digits = 0;  // of a number
};

// Splits `text`, which is folded (text::fold), without white space.
std::vector<DateToken> split_date(std::string_view text);

}  // namespace indexer
