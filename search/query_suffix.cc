#include "search/query_suffix.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

namespace search {

namespace {

constexpr std::string_view kDigits = "0123456789";

bool consists_of(std::string_view text, std::string_view characters) {
  return text.find_first_not_of(characters) == std::string_view::npos;
}

std::string_view without_end(std::string_view text, char sign) {
  while (text.ends_with(sign)) text.remove_suffix(1);
  return text;
}

// Digits with at most one point. Too great ones are above kMaxBoost.
std::optional<double> parse_decimal(std::string_view text) {
  if (text.empty() || !consists_of(text, "0123456789.")) return std::nullopt;
  double value = 0;
  const char* end = text.data() + text.size();
  const auto read =
      std::from_chars(text.data(), end, value, std::chars_format::fixed);
  if (read.ec == std::errc::result_out_of_range) {
    const bool is_small = consists_of(text.substr(0, text.find('.')), "0");
    return is_small ? 0 : kMaxBoost + 1;
  }
  if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return value;
}

bool begins_as_number(std::string_view text) {
  return consists_of(text.substr(0, 1), "0123456789.+-");
}

}  // namespace

double limit_boost(double boost) {
  constexpr double kSteps = 1000;
  return std::round(std::clamp(boost, kMinBoost, kMaxBoost) * kSteps) / kSteps;
}

std::string write_boost(double boost) {
  if (boost == 1) return {};
  char digits[32];
  const auto written = std::to_chars(std::begin(digits), std::end(digits),
                                     boost, std::chars_format::fixed);
  return "^" + std::string(std::begin(digits), written.ptr);
}

BoostedText read_boost(std::string_view text) {
  text = without_end(text, '^');
  const size_t sign = text.rfind('^');
  if (sign == std::string_view::npos) return {.text = text};
  const std::string_view number = text.substr(sign + 1);
  if (!begins_as_number(number)) return {.text = text};
  const std::string written(text.substr(sign));
  BoostedText read{.text = without_end(text.substr(0, sign), '^')};
  const auto value = parse_decimal(number);
  if (!value) {
    read.notes.push_back(written + " is no weight: ignored");
    return read;
  }
  read.boost = limit_boost(*value);
  if (*value < kMinBoost || *value > kMaxBoost) {
    read.notes.push_back("weights go from 0.1 to 10: " + written +
                         " was read as " + write_boost(read.boost));
  }
  return read;
}

MatchedText read_matching(std::string_view text) {
  MatchedText read{.text = text};
  const size_t sign = text.rfind('~');
  if (sign != std::string_view::npos &&
      consists_of(text.substr(sign + 1), "0123456789.")) {
    const std::string_view number = text.substr(sign + 1);
    read.text = without_end(text.substr(0, sign), '~');
    if (number != "0") read.matching = Matching::kFuzzy;
    if (number == "1") {
      read.mistakes = 1;
    } else if (!number.empty() && consists_of(number, kDigits)) {
      read.mistakes = kMaxMistakes;
      if (number != "2" && number != "0") {
        read.notes.push_back("words differ by 2 letters at most: ~" +
                             std::string(number) + " was read as ~2");
      }
    }
  }
  if (read.text.ends_with('*')) {
    read = {.text = without_end(read.text, '*'),
            .matching = Matching::kPrefix,
            .notes = std::move(read.notes)};
  }
  if (read.text.find('*') != std::string_view::npos) {
    read.notes.emplace_back("* stands for letters at the end of a word only");
  }
  return read;
}

}  // namespace search
