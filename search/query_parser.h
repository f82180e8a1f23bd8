// From the text of a query to its tree (docs/query_language.md).

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "search/query_tree.h"

namespace search {

struct ParsedQuery {
  std::optional<QueryNode> root;   // absent if there is nothing to look for
  std::vector<std::string> notes;  // what was not understood or left out
};

// Parentheses deeper than this are ignored.
inline constexpr int kMaxQueryDepth = 16;

// What `NEAR/n` reaches, less than from a title into the body; and `NEAR`.
inline constexpr uint32_t kMaxNear = 100;
inline constexpr uint32_t kNear = 10;

// Any bytes are a query; what is malformed is read as well as it can be. The
// work is bounded by the limits of query_lexer.h.
ParsedQuery parse_query(std::string_view query,
                        Operators operators = Operators::kRead);

}  // namespace search
