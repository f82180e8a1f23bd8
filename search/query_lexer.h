// The tokens of a query (docs/query_language.md).

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace search {

// Where the words of a query are looked for.
enum class Field : uint8_t {
  kAnywhere,
  kTitle,
  kSource,
  kLanguage,
  kKind,
  kEntity,
  kType,      // of an entity that the article names
  kRelation,  // that it states
  kFrom,
  kTo,
  kDate,
};

std::string_view to_string(Field field);  // `title`; empty for kAnywhere

enum class TokenKind : uint8_t {
  kWord,
  kQuoted,
  kOpen,
  kClose,
  kAnd,
  kOr,
  kNot,
  kNear,
};

struct Token {
  TokenKind kind{};
  Field field = Field::kAnywhere;
  // Of kWord and kQuoted, never empty; of kNear the digits behind `NEAR/`.
  std::string text;
  std::string suffix{};  // of kQuoted and kClose: what `^` or `~` begins
  // Where `text` of kWord and kQuoted stands: bytes of the query, made valid
  // UTF-8 if it was not.
  text::Span span{};

  bool operator==(const Token&) const = default;
};

struct Tokens {
  std::vector<Token> tokens;
  std::vector<std::string> notes;  // what was not understood or left out
};

inline constexpr size_t kMaxQueryBytes = 16 * 1024;
inline constexpr size_t kMaxQueryWords = 64;    // words and quoted phrases
inline constexpr size_t kMaxQueryTokens = 512;  // parentheses and all

enum class Operators : uint8_t {
  kRead,     // AND, OR, NOT, NEAR in capitals and `*`, `~`, `^` at an end
  kAsWords,  // these are words like others, and signs that mean nothing
};

// Any bytes are read, as far as the limits above reach.
Tokens split_query(std::string_view query, Operators operators);

}  // namespace search
