// A page to its article.

#pragma once

#include <optional>
#include <string_view>

#include "indexer/clean/document.h"

namespace indexer {

// Without id and archive; `language` as declared. Nothing if the page has no
// article text.
std::optional<text::Article> parse_html_article(std::string_view utf8,
                                                const DocumentOrigin& origin);

}  // namespace indexer
