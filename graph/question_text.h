// The files of corpora/questions, which are part of the program.

#pragma once

#include <string_view>

namespace graph {

// One after the other, in the order of their names.
std::string_view question_text();

}  // namespace graph
