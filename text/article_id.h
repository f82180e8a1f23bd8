// The stable name of an article, the same in every generation.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "text/timestamp.h"

namespace text {

enum class ArticleId : uint64_t {};

// What an id is made of: the canonical URL where there is one, otherwise
// source, publication time, the id that an input line carried, and title, or
// body where there is no title, and `opening`.
struct ArticleIdentity {
  std::string_view url{};
  std::string_view source{};
  std::optional<Timestamp> published{};
  std::string_view external_id{};
  std::string_view title{};
  std::string_view body{};  // only used where neither url nor title is known
  // The beginning of the text, where another may have all the rest as well.
  std::string_view opening{};
};

// XXH3 (64 bits) of the identity. URLs are compared without scheme, `www.`,
// fragment, trailing slash and tracking parameters (`utm_*`, `fbclid`, ...).
ArticleId make_article_id(const ArticleIdentity& identity);

// 16 lower-case hexadecimal digits: `9f2c64d1e0b7a853`.
std::string to_string(ArticleId id);
std::optional<ArticleId> parse_article_id(std::string_view hex);

}  // namespace text
