// The words of dates in some ten languages, and what they mean.

#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "indexer/clean/date_tokens.h"

namespace indexer {

struct DateForm {
  std::string_view text;  // folded (text::fold)
  DateWord word{};
  int64_t value = 0;
};

// Whole words of Latin letters.
std::span<const DateForm> latin_date_words();

// What a run of other letters may begin with, longer ones before what begins
// them.
std::span<const DateForm> other_date_words();

}  // namespace indexer
