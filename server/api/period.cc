#include "server/api/period.h"

namespace server::api {
namespace {

text::Timestamp after(text::Timestamp time, int64_t seconds) {
  return text::Timestamp{static_cast<int64_t>(time) + seconds};
}

// Where the year or month that begins at `begin` ends.
text::Timestamp next(text::Timestamp begin, bool is_year) {
  text::CivilTime civil = text::to_civil(begin);
  if (is_year || civil.month == 12) {
    ++civil.year;
    civil.month = 1;
  } else {
    ++civil.month;
  }
  return text::to_timestamp(civil).value_or(begin);
}

}  // namespace

graph::Period read_period(const Parameters& parameters) {
  const graph::Period period{parameters.time("from"), parameters.time("to")};
  if (period.from && period.to && *period.from > *period.to) {
    throw text::BadRequest("from: the period ends before it begins");
  }
  return period;
}

std::optional<text::Timestamp> read_last_instant(const Parameters& parameters,
                                                 const std::string& name) {
  constexpr size_t kYear = 4;     // `2025`
  constexpr size_t kMonth = 7;    // `2025-12`
  constexpr size_t kDay = 10;     // `2025-12-16`
  constexpr size_t kMinute = 16;  // `2025-12-16T00:24`
  const auto first = parameters.time(name);
  if (!first) return std::nullopt;
  switch (parameters.one(name)->size()) {
    case kYear:
    case kMonth:
      return after(next(*first, parameters.one(name)->size() == kYear), -1);
    case kDay:
      return after(*first, 24 * 60 * 60 - 1);
    case kMinute:
      return after(*first, 59);
    default:
      return first;
  }
}

}  // namespace server::api
