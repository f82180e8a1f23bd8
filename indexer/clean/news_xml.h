// News in XML: NewsML (1.2 and G2), NITF, and what sitemaps tell of news.

#pragma once

#include <string_view>
#include <vector>

#include "indexer/clean/news_item.h"

namespace indexer {

// Each news item, each NITF document, each `<url>` of a news sitemap (a brief
// without a body). Items of pictures, graphics and the like without a text are
// skipped, as are those that were withdrawn. Throws InputError for a sitemap
// without news.
std::vector<NewsItem> parse_news_xml(std::string_view utf8);

}  // namespace indexer
