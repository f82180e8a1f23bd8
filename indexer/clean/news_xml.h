// News in XML: NewsML-G2, NITF, and what sitemaps tell of news.

#pragma once

#include <string_view>
#include <vector>

#include "indexer/clean/document.h"

namespace indexer {

// One article for each news item with text, each NITF document, each `<url>`
// of a news sitemap (a brief without a body); without id and archive. Throws
// InputError for a sitemap without news.
std::vector<text::Article> parse_news_xml(std::string_view utf8);

}  // namespace indexer
