#include "indexer/clean/html_article.h"

#include <string>
#include <utility>

#include "indexer/clean/html_metadata.h"
#include "indexer/clean/main_text.h"
#include "indexer/clean/markup.h"
#include "indexer/clean/page_dates.h"
#include "indexer/clean/plain_text.h"
#include "indexer/clean/repetition.h"
#include "indexer/clean/text_blocks.h"

namespace indexer {
namespace {

// A text as JSON-LD states it: markup, or a paragraph a line.
std::string paragraphs_of(const std::string& text) {
  if (text.find("</") != std::string::npos) return html_to_text(text);
  std::vector<std::string> lines = split_lines(text);
  std::erase(lines, "");
  return join_paragraphs(lines);
}

}  // namespace

std::optional<text::Article> parse_html_article(std::string_view utf8,
                                                const DocumentOrigin& origin) {
  const Markup page = parse_html(utf8);
  HtmlMetadata metadata = read_metadata(page, origin);
  text::Article article;
  article.body = join_paragraphs(
      without_repetition(find_main_text(page, metadata.title), metadata.title));
  // A page whose text comes by script or for money still states it here.
  if (article.body.size() * 3 < metadata.body.size()) {
    std::string stated = paragraphs_of(metadata.body);
    if (article.body.size() * 3 < stated.size()) {
      article.body = std::move(stated);
    }
  }
  if (article.body.empty()) return {};
  article.url = std::move(metadata.url);
  article.title = std::move(metadata.title);
  article.published =
      metadata.published ? metadata.published
                         : date_in_dateline(article.body, {origin.crawled, {}});
  article.modified = metadata.modified;
  article.section = std::move(metadata.section);
  article.source = std::move(metadata.source);
  article.authors = std::move(metadata.authors);
  article.language = std::move(metadata.language);
  return article;
}

}  // namespace indexer
