// Parts of a question on their own: what some of its words mean where the
// whole is not understood, and what could be asked with them.

#pragma once

#include <functional>
#include <string>
#include <vector>

#include "graph/graph_reader.h"
#include "graph/question.h"
#include "graph/question_matcher.h"
#include "graph/question_writer.h"

namespace graph {

// The part that a binding of words, not of a name, is; without its span.
QuestionPart word_part(const Binding& binding, const QuestionWords& words);

// True where the tokens from `begin` to `end` name something.
using NameTest = std::function<bool(size_t begin, size_t end)>;

// The names and words that are known, the longest first, without overlap, in
// the order of the question.
std::vector<Binding> find_parts(const QuestionLanguage& language, Tokens tokens,
                                const NameTest& is_name);

// Questions with the parts of `question` that the graph can answer, the
// nearest first.
std::vector<std::string> questions_from_parts(const Question& question,
                                              const QuestionWriter& writer,
                                              const GraphReader& graph);

}  // namespace graph
