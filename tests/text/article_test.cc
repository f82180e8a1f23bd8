#include "text/article.h"

#include <doctest/doctest.h>

using namespace text;

TEST_CASE("kinds of articles are read back from their names") {
  CHECK(to_string(ArticleKind::kBrief) == "brief");
  CHECK(parse_article_kind("article") == ArticleKind::kArticle);
  CHECK(parse_article_kind("brief") == ArticleKind::kBrief);
  CHECK_FALSE(parse_article_kind("Brief"));
}
