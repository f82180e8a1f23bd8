#include "server/etag.h"

#include <xxhash.h>

#include <cstdio>

namespace server {
namespace {

std::string_view trim(std::string_view text) {
  const size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

// The opaque part: `W/"abc-gzip"` -> `abc`.
std::string_view opaque(std::string_view tag) {
  constexpr std::string_view kGzip = "-gzip";
  if (tag.starts_with("W/")) tag.remove_prefix(2);
  if (tag.size() < 2 || tag.front() != '"' || tag.back() != '"') return {};
  tag = tag.substr(1, tag.size() - 2);
  if (tag.ends_with(kGzip)) tag.remove_suffix(kGzip.size());
  return tag;
}

}  // namespace

std::string make_etag(std::string_view content) {
  char hex[17];
  std::snprintf(hex, sizeof hex, "%016llx",
                static_cast<unsigned long long>(
                    XXH3_64bits(content.data(), content.size())));
  return '"' + std::string(hex) + '"';
}

bool lists_etag(std::string_view if_none_match, std::string_view etag) {
  const std::string_view wanted = opaque(etag);
  while (!if_none_match.empty()) {
    const size_t comma = if_none_match.find(',');
    if (opaque(trim(if_none_match.substr(0, comma))) == wanted) return true;
    if (comma == std::string_view::npos) break;
    if_none_match.remove_prefix(comma + 1);
  }
  return false;
}

}  // namespace server
