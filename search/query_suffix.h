// What may stand at the end of a word of a query: `*`, `~1`, `^2`.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace search {

inline constexpr double kMinBoost = 0.1;
inline constexpr double kMaxBoost = 10;
inline constexpr uint32_t kMaxMistakes = 2;

// Between kMinBoost and kMaxBoost, to a thousandth, so that what is written can
// be read back.
double limit_boost(double boost);

// `^2`, `^0.5`; empty for 1.
std::string write_boost(double boost);

struct BoostedText {
  std::string_view text;  // what stands before
  double boost = 1;       // kMinBoost..kMaxBoost
  std::vector<std::string> notes{};
};

// Reads `^2`. What is no number behind `^` is left out where it begins as one,
// and otherwise belongs to the text.
BoostedText read_boost(std::string_view text);

enum class Matching : uint8_t {
  kWhole,
  kPrefix,  // `smelt*`: words that begin so
  kFuzzy,   // `smeltr~`: words that are spelled almost so
};

struct MatchedText {
  std::string_view text;  // what stands before
  Matching matching = Matching::kWhole;
  uint32_t mistakes = 0;  // of kFuzzy: at most; 0 if its length shall say
  std::vector<std::string> notes{};
};

// Reads `*`, `~`, `~1` and `~2`.
MatchedText read_matching(std::string_view text);

}  // namespace search
