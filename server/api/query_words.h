// The words of a query that articles are searched for.

#pragma once

#include <string_view>
#include <vector>

#include "search/query_lexer.h"

namespace server::api {

// Words side by side, or one quoted phrase alone; each with the field that it
// is looked for in, also where that stands before a parenthesis.
using WordRun = std::vector<search::Token>;

// In the order of `query`, without those that it excludes. As search reads it.
std::vector<WordRun> searched_words(std::string_view query);

}  // namespace server::api
