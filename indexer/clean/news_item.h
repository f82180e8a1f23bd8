// One item of a file that holds many: of a feed, of an agency's news.

#pragma once

#include <string>

#include "text/article.h"

namespace indexer {

struct NewsItem {
  text::Article article;  // without id and archive
  // What it is instead, where it is no news by design (`picture item`); empty
  // otherwise.
  std::string skipped_as = {};
};

}  // namespace indexer
