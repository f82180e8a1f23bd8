// Numbers in digits, as tokens have them.

#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "extract/tokens.h"

namespace extract {

// `10,155`, `7.4`, `12.50`, also in full-width digits; nothing for `1.2.3`,
// `1,2` and what is too long to be a number.
std::optional<double> parse_digits(std::string_view token);

// `tokens`, which are taken from `utf8`, with each number parted from the
// letters that end it: `10t` is `10` and `t`.
std::vector<Token> split_numbers(std::string_view utf8,
                                 std::span<const Token> tokens);

}  // namespace extract
