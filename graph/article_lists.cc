#include "graph/article_lists.h"

#include <limits>

#include "text/error.h"

namespace graph {

void append_articles(const std::vector<ArticleNumber>& articles, Encoder& out) {
  out.varint(articles.size());
  uint32_t before = 0;
  for (const ArticleNumber article : articles) {
    const auto number = static_cast<uint32_t>(article);
    out.varint(number - before);
    before = number;
  }
}

std::vector<ArticleNumber> take_articles(Decoder& in) {
  std::vector<ArticleNumber> articles(in.count());
  uint64_t number = 0;
  for (ArticleNumber& article : articles) {
    number += in.varint32();
    if (number > std::numeric_limits<uint32_t>::max()) {
      throw text::StorageError("graph record", "an article number is too big");
    }
    article = ArticleNumber{static_cast<uint32_t>(number)};
  }
  return articles;
}

}  // namespace graph
