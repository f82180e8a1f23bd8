// The text of a news page, as copied from a browser.

#pragma once

#include <string_view>
#include <vector>

#include "indexer/clean/document.h"

namespace indexer {

// The first line is the title; `Published:`, `Source:` and the like stand in
// the lines below. A first paragraph whose sentences all occur again below is
// a summary and left out, as are disclaimers and contact lines. After a line
// such as `Related News` come teasers, each of them a brief, once. The article
// is first; without id, language and archive. Nothing if there is no text.
std::vector<text::Article> parse_scraped_text(std::string_view utf8,
                                              const DocumentOrigin& origin);

}  // namespace indexer
