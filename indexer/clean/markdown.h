// Markdown, as static sites and people keep their articles.

#pragma once

#include <string>
#include <string_view>

#include "indexer/clean/document.h"

namespace indexer {

// Title, dates, authors, address, source, section and language come from the
// front matter, the title otherwise from the first heading, date and authors
// from a line below it. Without marks, images, code and HTML tags; without id
// and archive.
text::Article parse_markdown(std::string_view utf8,
                             const DocumentOrigin& origin);

}  // namespace indexer
