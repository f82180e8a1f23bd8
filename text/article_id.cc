#include "text/article_id.h"

#include <xxhash.h>

#include <charconv>

#include "text/canonical_url.h"

namespace text {
namespace {

constexpr size_t kHexDigits = 16;

// NUL separates the fields: none of them contains it. The first says what the
// identity is made of, so that a title is never taken for a URL.
std::string identity_bytes(const ArticleIdentity& identity) {
  const std::string url = canonical_url(identity.url);
  if (!url.empty()) return "url" + std::string(1, '\0') + url;
  const bool has_title = !identity.title.empty();
  std::string bytes = has_title ? "title" : "body";
  bytes += '\0';
  bytes += identity.source;
  bytes += '\0';
  if (identity.published) bytes += to_rfc3339(*identity.published);
  bytes += '\0';
  bytes += identity.external_id;
  bytes += '\0';
  bytes += has_title ? identity.title : identity.body;
  if (identity.opening.empty()) return bytes;
  bytes += '\0';
  return bytes += identity.opening;
}

bool is_lower_hex(char c) {
  return ('0' <= c && c <= '9') || ('a' <= c && c <= 'f');
}

}  // namespace

ArticleId make_article_id(const ArticleIdentity& identity) {
  const std::string bytes = identity_bytes(identity);
  return ArticleId{XXH3_64bits(bytes.data(), bytes.size())};
}

std::string to_string(ArticleId id) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hex(kHexDigits, '0');
  auto rest = static_cast<uint64_t>(id);
  for (size_t i = kHexDigits; i-- > 0; rest >>= 4) hex[i] = kDigits[rest & 15];
  return hex;
}

std::optional<ArticleId> parse_article_id(std::string_view hex) {
  if (hex.size() != kHexDigits) return std::nullopt;
  for (const char c : hex) {
    if (!is_lower_hex(c)) return std::nullopt;
  }
  uint64_t id = 0;
  std::from_chars(hex.data(), hex.data() + hex.size(), id, 16);
  return ArticleId{id};
}

}  // namespace text
