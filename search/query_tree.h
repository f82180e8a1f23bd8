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
  kNot,   // one child
  kName,  // children side by side that name an entity
};

// An entity that words name (entity_names.h).
struct EntityName {
  std::vector<std::string> ids{};    // its own, then others that it took in
  std::vector<std::string> names{};  // what it is called, canonical name first
};

struct QueryNode {
  NodeKind kind{};
  Field field = Field::kAnywhere;
  std::string text{};  // of all without children and kName, as it was written
  DateRange dates{};
  EntityName entity{};  // of kName
  std::vector<QueryNode> children{};
};

}  // namespace search
