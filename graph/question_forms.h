// The forms of corpora/questions: `who <now> {V} [the] {X}`.

#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "graph/question_words.h"

namespace graph {

using PhraseSets = std::map<std::string, std::vector<Phrase>, std::less<>>;

// The ways to write one form, with and without its optional parts that hold a
// slot. Throws text::InputError, naming `line`, where it is none.
std::vector<std::vector<FormElement>> parse_form(std::string_view form,
                                                 const PhraseSets& sets,
                                                 size_t line);

// The same for a form of a period: `{month} [of] {year}`.
std::vector<std::vector<PeriodElement>> parse_period_form(std::string_view form,
                                                          size_t line);

// `entities`: kEntities.
std::optional<QuestionKind> parse_question_kind(std::string_view name);

}  // namespace graph
