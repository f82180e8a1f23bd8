// The stretch of a body that shows best why an article was found.

#pragma once

#include <span>
#include <string_view>

#include "search/index_reader.h"
#include "search/match_pattern.h"

namespace search {

// In columns: a character of Chinese, Japanese or Korean takes two.
inline constexpr uint32_t kSnippetWidth = 240;
inline constexpr size_t kMaxSnippetSource = 256 * 1024;  // bytes

// The sentences of about kSnippetWidth that hold as many different patterns as
// possible, whole where they fit; two stretches with ` … ` between where one
// has not all patterns and two have more; the beginning of the body if it has
// none. Longer than half as much again it never is. Paragraphs are joined by a
// space. Of a body that has not all patterns at its beginning, no more than
// `max_bytes` are looked at.
Snippet make_snippet(std::string_view body, std::string_view language,
                     std::span<const MatchPattern> patterns,
                     size_t max_bytes = kMaxSnippetSource);

// For each of so many snippets of one answer, so that it takes bounded time.
size_t snippet_source_bytes(size_t snippets);

}  // namespace search
