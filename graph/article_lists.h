// Lists of article numbers, as several columns keep them.

#pragma once

#include <vector>

#include "graph/catalogue.h"
#include "graph/encoding.h"

namespace graph {

// count varint, then for each how much greater it is than the one before
// (varint). `articles` ascending: the newest first.
void append_articles(const std::vector<ArticleNumber>& articles, Encoder& out);
std::vector<ArticleNumber> take_articles(Decoder& in);

}  // namespace graph
