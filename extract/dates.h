// The time that a sentence gives for what it says.

#pragma once

#include <span>
#include <string>

#include "extract/knowledge.h"

namespace extract {

bool is_year(const Token& token);

// `2029`, `2025-12` or `2025-12-16`: the first date with a year in `tokens`
// that a word of time leads (`by`, `in`, `around`); empty if there is none.
std::string find_date(const Knowledge& knowledge,
                      std::span<const Token> tokens);

}  // namespace extract
