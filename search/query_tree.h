// A query as it was read: a tree of words, filters and operators.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "search/date_range.h"
#include "search/query_lexer.h"

namespace search {

enum class NodeKind : uint8_t {
  kWord,    // what stood between white space
  kPhrase,  // what stood between quotation marks
  kDates,   // from:, to:, date:
  kGroup,   // children side by side
  kAnd,
  kOr,
  kNot,  // one child
};

struct QueryNode {
  NodeKind kind{};
  Field field = Field::kAnywhere;
  std::string text{};  // of kWord, kPhrase and kDates, as it was written
  DateRange dates{};
  std::vector<QueryNode> children{};
};

}  // namespace search
