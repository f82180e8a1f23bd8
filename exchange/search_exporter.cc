#include "exchange/search_exporter.h"

#include <algorithm>
#include <utility>

#include "exchange/csv_writer.h"
#include "exchange/graph_writer.h"
#include "indexer/article_line.h"

namespace exchange {
namespace {

constexpr uint32_t kArticlesAtOnce = 200;

std::string csv_head() {
  return csv_line({"id", "title", "url", "source", "published", "language",
                   "kind", "authors"});
}

std::string csv_of(const text::Article& article) {
  std::string authors;
  for (const std::string& author : article.authors) {
    if (!authors.empty()) authors += '|';
    authors += author;
  }
  return csv_line({text::to_string(article.id), article.title, article.url,
                   article.source, time_text(article.published),
                   article.language, std::string(text::to_string(article.kind)),
                   authors});
}

std::string line_of(text::Article article) {
  article.body.clear();
  article.archive.clear();
  article.record = 0;
  return indexer::to_article_line(article) + "\n";
}

}  // namespace

SearchExporter::SearchExporter(
    std::shared_ptr<const generation::Generation> generation,
    search::SearchRequest request, search::EntityResolver resolve,
    Format format)
    : generation_(std::move(generation)),
      request_(std::move(request)),
      resolve_(std::move(resolve)),
      format_(format) {
  request_.offset = 0;
  request_.limit = kArticlesAtOnce;
  request_.snippets = false;
}

std::string SearchExporter::next_part() {
  std::string part;
  const bool is_csv = format_ == Format::kCsv;
  if (!std::exchange(begun_, true) && is_csv) part = csv_head();
  if (done_) return part;
  auto answer = generation_->index().search(request_, resolve_);
  for (search::Hit& hit : answer.hits) {
    part += is_csv ? csv_of(hit.article) : line_of(std::move(hit.article));
  }
  request_.offset += kArticlesAtOnce;
  done_ = answer.hits.size() < kArticlesAtOnce ||
          request_.offset >= kMaxFoundArticles;
  return part;
}

}  // namespace exchange
