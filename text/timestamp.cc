#include "text/timestamp.h"

#include <cassert>
#include <charconv>
#include <chrono>
#include <cstdio>

namespace text {
namespace {

constexpr int64_t kFirst = -62135596800;  // 0001-01-01T00:00:00Z
constexpr int64_t kLast = 253402300799;   // 9999-12-31T23:59:59Z
constexpr int kMinutesPerDay = 24 * 60;

bool is_between(int value, int low, int high) {
  return low <= value && value <= high;
}

bool has_valid_time(const CivilTime& civil) {
  return is_between(civil.hour, 0, 23) && is_between(civil.minute, 0, 59) &&
         is_between(civil.second, 0, 59) &&
         is_between(civil.utc_offset_minutes, 1 - kMinutesPerDay,
                    kMinutesPerDay - 1);
}

// Takes a text apart from its beginning. What does not fit takes nothing.
class TimeReader {
 public:
  explicit TimeReader(std::string_view text) : rest_(text) {}

  // The whole text, or nothing.
  std::optional<CivilTime> read() {
    if (!take_date()) return std::nullopt;
    if (!rest_.empty() && !(take_one_of("Tt ") && take_time())) {
      return std::nullopt;
    }
    if (!rest_.empty()) return std::nullopt;
    return civil_;
  }

 private:
  // `2025`, `2025-12` or `2025-12-16`.
  bool take_date() {
    if (!take(4, &CivilTime::year)) return false;
    if (!take_one_of("-")) return rest_.empty();
    if (!take(2, &CivilTime::month)) return false;
    if (!take_one_of("-")) return rest_.empty();
    return take(2, &CivilTime::day);
  }

  // `00:24`, `00:24:00` or `00:24:00.5`, and a zone.
  bool take_time() {
    if (!take(2, &CivilTime::hour) || !take_one_of(":") ||
        !take(2, &CivilTime::minute)) {
      return false;
    }
    if (take_one_of(":")) {
      if (!take(2, &CivilTime::second) || !skip_fraction()) return false;
      if (civil_.second == 60) civil_.second = 59;  // A leap second.
    }
    return rest_.empty() || take_zone();
  }

  // `Z` or `+08:00`.
  bool take_zone() {
    if (take_one_of("Zz")) return true;
    const auto sign = take_one_of("+-");
    const auto hours = sign ? take_digits(2) : std::nullopt;
    const auto minutes =
        hours && take_one_of(":") ? take_digits(2) : std::nullopt;
    if (!minutes || *hours > 23 || *minutes > 59) return false;
    const int offset = *hours * 60 + *minutes;
    civil_.utc_offset_minutes = *sign == '-' ? -offset : offset;
    return true;
  }

  // `.5`, or nothing at all.
  bool skip_fraction() {
    if (!take_one_of(".")) return true;
    if (!take_digits(1)) return false;
    while (take_digits(1)) continue;
    return true;
  }

  bool take(size_t digits, int CivilTime::*field) {
    const auto number = take_digits(digits);
    if (number) civil_.*field = *number;
    return number.has_value();
  }

  std::optional<int> take_digits(size_t count) {
    if (rest_.size() < count || rest_.front() == '-') return std::nullopt;
    const char* end = rest_.data() + count;
    int number = 0;
    const auto result = std::from_chars(rest_.data(), end, number);
    if (result.ec != std::errc() || result.ptr != end) return std::nullopt;
    rest_.remove_prefix(count);
    return number;
  }

  // Any one character of `choices`.
  std::optional<char> take_one_of(std::string_view choices) {
    if (rest_.empty() || choices.find(rest_.front()) == choices.npos) {
      return std::nullopt;
    }
    const char taken = rest_.front();
    rest_.remove_prefix(1);
    return taken;
  }

  std::string_view rest_;
  CivilTime civil_;
};

}  // namespace

std::optional<Timestamp> to_timestamp(const CivilTime& civil) {
  using namespace std::chrono;
  if (!is_between(civil.year, 1, 9999) || !is_between(civil.month, 1, 12) ||
      !is_between(civil.day, 1, 31) || !has_valid_time(civil)) {
    return std::nullopt;
  }
  const year_month_day date{year(civil.year),
                            month(static_cast<unsigned>(civil.month)),
                            day(static_cast<unsigned>(civil.day))};
  if (!date.ok()) return std::nullopt;
  const seconds since_epoch = sys_days(date).time_since_epoch() +
                              hours(civil.hour) + minutes(civil.minute) +
                              seconds(civil.second) -
                              minutes(civil.utc_offset_minutes);
  const int64_t count = since_epoch.count();
  if (count < kFirst || count > kLast) return std::nullopt;
  return Timestamp{count};
}

CivilTime to_civil(Timestamp timestamp) {
  using namespace std::chrono;
  const auto count = static_cast<int64_t>(timestamp);
  assert(kFirst <= count && count <= kLast);
  const sys_seconds time{seconds(count)};
  const auto midnight = floor<days>(time);
  const year_month_day date(midnight);
  const hh_mm_ss clock(time - midnight);
  return {.year = static_cast<int>(date.year()),
          .month = static_cast<int>(static_cast<unsigned>(date.month())),
          .day = static_cast<int>(static_cast<unsigned>(date.day())),
          .hour = static_cast<int>(clock.hours().count()),
          .minute = static_cast<int>(clock.minutes().count()),
          .second = static_cast<int>(clock.seconds().count())};
}

std::string to_rfc3339(Timestamp timestamp) {
  const CivilTime civil = to_civil(timestamp);
  char clock[40];
  const int size = std::snprintf(clock, sizeof clock, "T%02d:%02d:%02dZ",
                                 civil.hour, civil.minute, civil.second);
  return to_date(timestamp) + std::string(clock, static_cast<size_t>(size));
}

std::string to_date(Timestamp timestamp) {
  const CivilTime civil = to_civil(timestamp);
  char date[40];
  const int size = std::snprintf(date, sizeof date, "%04d-%02d-%02d",
                                 civil.year, civil.month, civil.day);
  return std::string(date, static_cast<size_t>(size));
}

std::optional<Timestamp> parse_rfc3339(std::string_view text) {
  const auto civil = TimeReader(text).read();
  if (!civil) return std::nullopt;
  return to_timestamp(*civil);
}

}  // namespace text
