// Periods in questions: `January 2026`, `since 2024`, `2025年12月`.

#pragma once

#include <map>
#include <optional>
#include <string>

#include "graph/question_language.h"

namespace graph {

// The period at the beginning of `tokens`, where `form` fits. `months` are
// 1..12 by folded name.
std::optional<PeriodValue> read_period(
    const PeriodForm& form,
    const std::map<std::string, int, std::less<>>& months, Tokens tokens);

// The same for a form of PeriodBound::kRange, in every way that it fits. A
// period may end before it begins, as the words say.
std::vector<PeriodValue> read_range(const PeriodForm& form,
                                    const QuestionWords& words, Tokens tokens);

// As it is told in English: `2025`, `December 2025`, `since 2025-03-02`,
// `March 2025 to May 2025`. Empty for the open period.
std::string describe(const Period& period);

// The months (or years, ...) next to it and the year around it, as they are
// told; none of half-open periods.
std::vector<std::string> periods_near(const Period& period);

}  // namespace graph
