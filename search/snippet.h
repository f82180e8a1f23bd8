// The stretch of a body that shows best why an article was found.

#pragma once

#include <span>
#include <string_view>

#include "search/index_reader.h"
#include "search/match_pattern.h"

namespace search {

// In columns: a character of Chinese, Japanese or Korean takes two.
inline constexpr uint32_t kSnippetWidth = 240;

// The sentences of about kSnippetWidth that hold as many different patterns as
// possible, whole where they fit; two stretches with ` … ` between where one
// has not all patterns and two have more; the beginning of the body if it has
// none. Longer than half as much again it never is. Paragraphs are joined by a
// space. Only the first 256 KiB of a body are looked at.
Snippet make_snippet(std::string_view body, std::string_view language,
                     std::span<const MatchPattern> patterns);

}  // namespace search
