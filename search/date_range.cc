#include "search/date_range.h"

namespace search {

namespace {

constexpr size_t kYear = std::string_view("2025").size();
constexpr size_t kMonth = std::string_view("2025-12").size();
constexpr size_t kDay = std::string_view("2025-12-16").size();
constexpr size_t kMinute = std::string_view("2025-12-16T00:24").size();

text::Timestamp plus_seconds(text::Timestamp time, int64_t seconds) {
  return text::Timestamp{static_cast<int64_t>(time) + seconds};
}

text::CivilTime next_month(text::CivilTime civil) {
  if (civil.month < 12) {
    ++civil.month;
  } else {
    civil.month = 1;
    ++civil.year;
  }
  return civil;
}

// Nothing where the period ends with the calendar, in the year 9999.
std::optional<text::Timestamp> end_of_period(text::Timestamp begin,
                                             size_t precision) {
  text::CivilTime civil = text::to_civil(begin);
  if (precision == kYear) {
    ++civil.year;
    return text::to_timestamp(civil);
  }
  if (precision == kMonth) return text::to_timestamp(next_month(civil));
  if (precision == kDay) return plus_seconds(begin, 24 * 60 * 60);
  if (precision == kMinute) return plus_seconds(begin, 60);
  return plus_seconds(begin, 1);
}

}  // namespace

std::optional<DateRange> parse_period(std::string_view text) {
  const auto begin = text::parse_rfc3339(text);
  if (!begin) return std::nullopt;
  return DateRange{.from = *begin, .to = end_of_period(*begin, text.size())};
}

}  // namespace search
