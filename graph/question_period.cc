#include "graph/question_period.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

#include "text/timestamp.h"

namespace graph {
namespace {

constexpr std::array<std::string_view, 12> kMonthNames = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

struct Fields {
  int year = 0;
  int month = 0;
  int quarter = 0;
  int day = 0;
};

std::optional<int> read_number(std::string_view digits, int min, int max) {
  int number = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size()) {
    return std::nullopt;
  }
  if (number < min || number > max) return std::nullopt;
  return number;
}

using Months = std::map<std::string, int, std::less<>>;

bool set_field(PeriodField field, std::string_view word, const Months& months,
               Fields& fields) {
  const auto set = [](std::optional<int> number, int& target) {
    if (number) target = *number;
    return number.has_value();
  };
  switch (field) {
    case PeriodField::kYear:
      return set(read_number(word, 1900, 2999), fields.year);
    case PeriodField::kMonth:
      return set(read_number(word, 1, 12), fields.month);
    case PeriodField::kQuarter:
      return set(read_number(word, 1, 4), fields.quarter);
    case PeriodField::kDay:
      return set(read_number(word, 1, 31), fields.day);
    case PeriodField::kMonthName: {
      const auto month = months.find(word);
      if (month == months.end()) return false;
      fields.month = month->second;
      return true;
    }
    case PeriodField::kFirst:
    case PeriodField::kLast:
      break;
  }
  return false;
}

// How many tokens the longest phrase of `element` takes, if one fits.
std::optional<size_t> match_words(const PeriodElement& element, Tokens tokens) {
  std::optional<size_t> longest;
  for (const Phrase& phrase : element.phrases) {
    if (!starts_with(tokens, phrase)) continue;
    longest = std::max(longest.value_or(0), phrase.size());
  }
  return longest;
}

std::optional<text::Timestamp> first_of_month(int year, int month) {
  const int months = year * 12 + month - 1;
  return text::to_timestamp({.year = months / 12, .month = months % 12 + 1});
}

std::optional<text::Timestamp> day_after(text::Timestamp time) {
  return text::Timestamp{static_cast<int64_t>(time) + 86400};
}

// The calendar day, month, quarter or year; nothing if there is none such.
std::optional<Period> to_period(const Fields& fields) {
  if (fields.year == 0) return std::nullopt;
  Period period;
  if (fields.day > 0) {
    period.from = text::to_timestamp(
        {.year = fields.year, .month = fields.month, .day = fields.day});
    if (period.from) period.to = day_after(*period.from);
  } else {
    const int months = fields.month > 0 ? 1 : fields.quarter > 0 ? 3 : 12;
    const int first = fields.month > 0     ? fields.month
                      : fields.quarter > 0 ? fields.quarter * 3 - 2
                                           : 1;
    period.from = first_of_month(fields.year, first);
    period.to = first_of_month(fields.year, first + months);
  }
  if (!period.from || !period.to) return std::nullopt;
  return period;
}

bool is_first_of_month(const text::CivilTime& civil) {
  return civil.day == 1 && civil.hour == 0 && civil.minute == 0 &&
         civil.second == 0;
}

int months_between(const text::CivilTime& from, const text::CivilTime& to) {
  return (to.year - from.year) * 12 + to.month - from.month;
}

std::string month_of(int year, int month) {
  const int months = year * 12 + month - 1;
  return std::string(kMonthNames.at(static_cast<size_t>(months % 12))) + " " +
         std::to_string(months / 12);
}

std::string describe_closed(text::Timestamp from, text::Timestamp to) {
  const auto begin = text::to_civil(from);
  const auto end = text::to_civil(to);
  if (is_first_of_month(begin) && is_first_of_month(end)) {
    const int months = months_between(begin, end);
    if (months == 1) return month_of(begin.year, begin.month);
    if (months == 12 && begin.month == 1) return std::to_string(begin.year);
    if (months == 3 && begin.month % 3 == 1) {
      return "Q" + std::to_string(begin.month / 3 + 1) + " " +
             std::to_string(begin.year);
    }
    if (months > 0 && begin.month == 1 && end.month == 1) {
      return std::to_string(begin.year) + " to " + std::to_string(end.year - 1);
    }
    if (months > 0) {
      return month_of(begin.year, begin.month) + " to " +
             month_of(end.year, end.month - 1);
    }
  }
  const std::string first = text::to_date(from);
  const std::string last =
      text::to_date(text::Timestamp{static_cast<int64_t>(to) - 1});
  return first == last ? first : first + " to " + last;
}

// Reads the ways in which the form of a range fits.
class RangeReader {
 public:
  RangeReader(const PeriodForm& form, const QuestionWords& words)
      : form_(form), words_(words) {}

  std::vector<PeriodValue> read(Tokens tokens) {
    read(0, 0, tokens);
    return std::move(values_);
  }

 private:
  void read(size_t element, size_t at, Tokens tokens) {
    if (element == form_.elements.size()) {
      add(at);
      return;
    }
    const PeriodElement& next = form_.elements[element];
    const Tokens rest = tokens.subspan(at);
    if (!next.field) {
      const auto length = match_words(next, rest);
      if (length) read(element + 1, at + *length, tokens);
    } else if (*next.field == PeriodField::kMonthName) {
      const auto month = rest.empty() ? words_.months.end()
                                      : words_.months.find(rest[0].folded);
      if (month == words_.months.end()) return;
      first_month_ = month->second;
      read(element + 1, at + 1, tokens);
    } else {
      read_whole(*next.field == PeriodField::kFirst ? first_ : last_, element,
                 at, tokens);
    }
  }

  void read_whole(Period& bound, size_t element, size_t at, Tokens tokens) {
    for (const PeriodForm& form : words_.periods) {
      if (form.bound != PeriodBound::kIn) continue;
      const auto whole = read_period(form, words_.months, tokens.subspan(at));
      if (!whole) continue;
      bound = whole->period;
      read(element + 1, at + whole->length, tokens);
    }
  }

  void add(size_t length) {
    Period range{first_.from, last_.to};
    if (first_month_ > 0) {
      range.from =
          first_of_month(text::to_civil(last_.from.value()).year, first_month_);
    }
    values_.push_back({length, range});
  }

  const PeriodForm& form_;
  const QuestionWords& words_;
  Period first_;
  Period last_;
  int first_month_ = 0;  // of the year of `last_`
  std::vector<PeriodValue> values_;
};

}  // namespace

std::optional<PeriodValue> read_period(const PeriodForm& form,
                                       const Months& months, Tokens tokens) {
  Fields fields;
  size_t at = 0;
  for (const PeriodElement& element : form.elements) {
    const Tokens rest = tokens.subspan(at);
    if (element.field) {
      if (rest.empty() ||
          !set_field(*element.field, rest.front().folded, months, fields)) {
        return std::nullopt;
      }
      ++at;
    } else if (const auto length = match_words(element, rest)) {
      at += *length;
    } else {
      return std::nullopt;
    }
  }
  auto period = to_period(fields);
  if (!period) return std::nullopt;
  if (form.bound == PeriodBound::kSince) period->to.reset();
  if (form.bound == PeriodBound::kBefore) {
    period->to = period->from;
    period->from.reset();
  }
  return PeriodValue{at, *period};
}

std::vector<PeriodValue> read_range(const PeriodForm& form,
                                    const QuestionWords& words, Tokens tokens) {
  return RangeReader(form, words).read(tokens);
}

std::string describe(const Period& period) {
  if (period.from && period.to) {
    return describe_closed(*period.from, *period.to);
  }
  if (period.from) return "since " + text::to_date(*period.from);
  if (period.to) return "before " + text::to_date(*period.to);
  return "";
}

std::vector<std::string> periods_near(const Period& period) {
  if (!period.from || !period.to) return {};
  const auto begin = text::to_civil(*period.from);
  const auto end = text::to_civil(*period.to);
  const std::string year = std::to_string(begin.year);
  if (!is_first_of_month(begin) || !is_first_of_month(end)) {
    return {month_of(begin.year, begin.month), year};
  }
  switch (months_between(begin, end)) {
    case 1:
      return {month_of(begin.year, begin.month - 1),
              month_of(begin.year, begin.month + 1), year};
    case 12:
      return {std::to_string(begin.year - 1), std::to_string(begin.year + 1)};
    default:
      return {year};
  }
}

}  // namespace graph
