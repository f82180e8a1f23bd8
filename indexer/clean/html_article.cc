#include "indexer/clean/html_article.h"

#include <string>
#include <utility>

#include "indexer/clean/html_metadata.h"
#include "indexer/clean/main_text.h"
#include "indexer/clean/markup.h"
#include "indexer/clean/plain_text.h"
#include "indexer/clean/repetition.h"
#include "indexer/clean/text_blocks.h"

namespace indexer {

std::optional<text::Article> parse_html_article(std::string_view utf8,
                                                const DocumentOrigin& origin) {
  const Markup page = parse_html(utf8);
  HtmlMetadata metadata = read_metadata(page, origin);
  text::Article article;
  article.body = join_paragraphs(
      without_repetition(find_main_text(page, metadata.title), metadata.title));
  if (article.body.empty() && !metadata.body.empty()) {
    article.body = html_to_text(metadata.body);
  }
  if (article.body.empty()) return {};
  article.url = std::move(metadata.url);
  article.title = std::move(metadata.title);
  article.published = metadata.published;
  article.modified = metadata.modified;
  article.section = std::move(metadata.section);
  article.source = std::move(metadata.source);
  article.authors = std::move(metadata.authors);
  article.language = std::move(metadata.language);
  return article;
}

}  // namespace indexer
