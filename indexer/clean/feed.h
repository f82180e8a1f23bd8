// RSS 2.0, RDF and Atom feeds, exports of WordPress.

#pragma once

#include <string_view>
#include <vector>

#include "indexer/clean/news_item.h"

namespace indexer {

// Each item, in order; one whose text is one paragraph of no more than 1,000
// bytes is a brief. What a WordPress export has besides published posts and
// pages is skipped. Items without title and text are empty.
std::vector<NewsItem> parse_feed(std::string_view utf8);

}  // namespace indexer
