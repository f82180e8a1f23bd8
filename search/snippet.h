// The stretch of a body that shows best why an article was found.

#pragma once

#include <span>
#include <string_view>

#include "search/index_reader.h"
#include "search/match_pattern.h"

namespace search {

inline constexpr uint32_t kSnippetBytes = 240;

// A stretch of about kSnippetBytes that holds as many different patterns as
// possible, from the beginning of a sentence where one is near; the beginning
// of the body if it has none. Paragraphs are joined by a space. Only the first
// 256 KiB of a body are looked at.
Snippet make_snippet(std::string_view body, std::string_view language,
                     std::span<const MatchPattern> patterns);

}  // namespace search
