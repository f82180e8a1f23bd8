// Which forms of the language a question may have.

#pragma once

#include <vector>

#include "graph/question_language.h"

namespace graph {

// What one slot of a form stands for.
struct Binding {
  Slot slot{};
  size_t begin = 0;  // tokens
  size_t end = 0;
  size_t index = 0;  // as of SlotValue
  Period period = {};
};

struct FormMatch {
  const QuestionForm* form = nullptr;  // of the language
  size_t order = 0;                    // its place there
  std::vector<Binding> bindings;       // in the order of the question
};

// All ways in which the forms cover `tokens`; what a name slot stands for is
// any words. Bounded: of very many, the first.
std::vector<FormMatch> match_forms(const QuestionLanguage& language,
                                   Tokens tokens);

}  // namespace graph
