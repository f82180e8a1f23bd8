// Markdown with front matter, as static sites keep their articles.

#pragma once

#include <string>
#include <string_view>

#include "indexer/clean/document.h"

namespace indexer {

// Title, date, authors, address, source and language come from the front
// matter, the title otherwise from the first heading. Without id and archive.
text::Article parse_markdown(std::string_view utf8,
                             const DocumentOrigin& origin);

// The paragraphs of `markdown` without its marks; images, code and HTML tags
// are left out.
std::string markdown_to_text(std::string_view markdown);

}  // namespace indexer
