#include "text/article.h"

namespace text {

std::string_view to_string(ArticleKind kind) {
  return kind == ArticleKind::kBrief ? "brief" : "article";
}

std::optional<ArticleKind> parse_article_kind(std::string_view name) {
  if (name == "article") return ArticleKind::kArticle;
  if (name == "brief") return ArticleKind::kBrief;
  return std::nullopt;
}

}  // namespace text
