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
  kPrefix,  // words that begin so
  kFuzzy,   // words that are spelled almost so
  kPhrase,  // what stood between quotation marks
  kDates,   // from:, to:, date:
  kGroup,   // children side by side
  kAnd,
  kOr,
  kNear,  // two or more children, each near the one before
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
  double boost = 1;    // of words and phrases (query_suffix.h)
  uint32_t mistakes = 0;  // of kFuzzy: at most; 0 if its length shall say
  // Of kNear, one less than children: the next one begins at most so many words
  // after this one ends, or the other way round.
  std::vector<uint32_t> distances{};
  DateRange dates{};
  EntityName entity{};  // of kName
  std::vector<QueryNode> children{};
};

}  // namespace search
