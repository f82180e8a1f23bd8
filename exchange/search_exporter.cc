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
    SearchedFor wanted, Format format)
    : generation_(std::move(generation)),
      wanted_(std::move(wanted)),
      format_(format) {
  wanted_.request.offset = 0;
  wanted_.request.limit = kArticlesAtOnce;
  wanted_.request.snippets = false;
}

std::string SearchExporter::next_part() {
  std::string part;
  const bool is_csv = format_ == Format::kCsv;
  if (!std::exchange(begun_, true) && is_csv) part = csv_head();
  if (done_) return part;
  search::SearchRequest& request = wanted_.request;
  auto answer =
      generation_->index().search(request, wanted_.resolve, wanted_.recognize);
  for (search::Hit& hit : answer.hits) {
    part += is_csv ? csv_of(hit.article) : line_of(std::move(hit.article));
  }
  request.offset += kArticlesAtOnce;
  done_ = answer.hits.size() < kArticlesAtOnce ||
          request.offset >= kMaxFoundArticles;
  return part;
}

}  // namespace exchange
