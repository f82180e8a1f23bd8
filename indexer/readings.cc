#include "indexer/readings.h"

#include <string_view>

#include "indexer/excerpt.h"

namespace indexer {
namespace {

// True if `text` is that of `whole` up to an ellipsis.
bool is_cut_of(std::string_view text, std::string_view whole) {
  for (const std::string_view mark : {"…", "..."}) {
    if (!text.ends_with(mark)) continue;
    text.remove_suffix(mark.size());
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text.size() < whole.size() && whole.starts_with(text);
  }
  return false;
}

// Of two spellings of an address.
bool is_better(std::string_view url, std::string_view other) {
  const bool is_safe = url.starts_with("https:");
  if (is_safe != other.starts_with("https:")) return is_safe;
  return url.size() < other.size();
}

}  // namespace

bool says_less(const ReadArticle& read, const text::Article& old) {
  const std::string& body = read.article.body;
  // What was read in the whole of an article is worth more than an excerpt.
  if (read.story) {
    return body.size() <= old.body.size() || is_excerpt_of(body, old.body);
  }
  if (read.annotation) return false;
  if (body.empty()) return !old.body.empty();
  const bool is_teaser = read.article.kind == text::ArticleKind::kBrief &&
                         old.kind == text::ArticleKind::kArticle;
  return is_teaser || is_cut_of(body, old.body);
}

void complete(text::Article& read, const text::Article& old) {
  if (!read.published) read.published = old.published;
  if (!read.modified) read.modified = old.modified;
  if (read.source.empty()) read.source = old.source;
  if (read.authors.empty()) read.authors = old.authors;
  if (read.section.empty()) read.section = old.section;
  if (!old.url.empty() && is_better(old.url, read.url)) read.url = old.url;
}

}  // namespace indexer
