#include "indexer/clean/cleaner.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/archive/kind.h"
#include "indexer/archive/markup_kind.h"
#include "indexer/article_line.h"
#include "indexer/clean/charset.h"
#include "indexer/clean/feed.h"
#include "indexer/clean/html_article.h"
#include "indexer/clean/mail.h"
#include "indexer/clean/markdown.h"
#include "indexer/clean/markup_size.h"
#include "indexer/clean/news_xml.h"
#include "indexer/clean/prose.h"
#include "indexer/clean/scraped_text.h"
#include "indexer/clean/sgml_news.h"
#include "indexer/graph_line.h"
#include "text/error.h"

namespace indexer {
namespace {

// Adds what the parsers leave open.
ReadArticle finish(text::Article article, const Record& record) {
  article.language = language_of(article);
  article.id = identify(article);
  article.archive = record.archive;
  article.record = record.number;
  return {std::move(article), {}, {}};
}

std::optional<ReadArticle> parse_line(std::string_view line,
                                      const FieldMap& fields) {
  return is_graph_line(line) ? parse_graph_line(line)
                             : std::optional(parse_article_line(line, fields));
}

// A line of a file for Elasticsearch's bulk requests that says what to do with
// the next.
bool is_bulk_action(std::string_view line) {
  constexpr size_t kMaxActionBytes = 512;
  static constexpr std::array<std::string_view, 4> kActions = {
      "{\"index\":", "{\"create\":", "{\"update\":", "{\"delete\":"};
  std::string compact(line.substr(0, kMaxActionBytes));
  std::erase(compact, ' ');
  return line.size() < kMaxActionBytes && compact.ends_with("}}") &&
         std::ranges::any_of(kActions, [&](std::string_view action) {
           return compact.starts_with(action);
         });
}

void clean_article_line(const Record& record, const FieldMap& fields,
                        Cleaned& cleaned) {
  if (is_bulk_action(record.bytes)) {
    ++cleaned.skipped["bulk action"];
    return;
  }
  auto read = parse_line(record.bytes, fields);
  if (!read) return;
  if (read->article.source.empty() && !record.source.empty()) {
    read->article.source = record.source;
    read->article.id = identify(read->article);
  }
  if (read->article.archive.empty()) {
    read->article.archive = record.archive;
    read->article.record = record.number;
  }
  cleaned.articles.push_back(*std::move(read));
}

void clean_html(std::string_view utf8, const Record& record, Cleaned& cleaned) {
  auto article = parse_html_article(utf8, {record.url, record.crawled});
  if (!article) throw text::InputError("no article text");
  cleaned.articles.push_back(finish(*std::move(article), record));
  cleaned.is_page = true;
}

// The items of a feed that is a file of its own are its records.
void add_items(std::vector<NewsItem> items, const Record& record,
               Cleaned& cleaned) {
  uint64_t number = 0;
  for (NewsItem& item : items) {
    ++number;
    if (!item.skipped_as.empty()) {
      ++cleaned.skipped[item.skipped_as];
      continue;
    }
    ReadArticle read = finish(std::move(item.article), record);
    if (record.number == 0) read.article.record = number;
    if (read.article.title.empty() && read.article.body.empty()) {
      cleaned.rejects.push_back(
          {record.archive, read.article.record, "neither title nor text"});
    } else {
      cleaned.articles.push_back(std::move(read));
    }
  }
  if (number == 0) throw text::InputError("a feed without items");
}

void clean_markdown(std::string_view utf8, const Record& record,
                    Cleaned& cleaned) {
  text::Article article = parse_markdown(utf8, {record.url, record.crawled});
  if (article.title.empty() && article.body.empty()) {
    throw text::InputError("no text");
  }
  cleaned.articles.push_back(finish(std::move(article), record));
}

void clean_sgml_news(std::string_view utf8, const Record& record,
                     Cleaned& cleaned) {
  text::Article article = parse_sgml_news(utf8);
  if (article.title.empty() && article.body.empty()) {
    throw text::InputError("neither title nor text");
  }
  cleaned.articles.push_back(finish(std::move(article), record));
}

void clean_mail(const Record& record, Cleaned& cleaned) {
  for (text::Article& article : parse_mail(record.bytes)) {
    if (article.body.empty()) continue;
    cleaned.articles.push_back(finish(std::move(article), record));
  }
  if (cleaned.articles.empty()) throw text::InputError("no text");
}

void clean_text(std::string_view utf8, const Record& record, Cleaned& cleaned) {
  check_line_count(utf8);
  if (const auto other = told_from_prose(utf8)) {
    throw text::InputError("no prose: " + std::string(*other));
  }
  for (text::Article& article :
       parse_scraped_text(utf8, {record.url, record.crawled})) {
    cleaned.articles.push_back(finish(std::move(article), record));
  }
  if (cleaned.articles.empty()) throw text::InputError("no text");
  cleaned.is_page = true;
}

// Read before, where it is in UTF-8.
bool is_graph(Kind kind) {
  return kind == Kind::kGraphTable || kind == Kind::kGraphXml ||
         kind == Kind::kTriples || kind == Kind::kOtherTable;
}

void clean_document(const Record& record, Cleaned& cleaned) {
  const std::string_view bytes = record.bytes;
  const Kind raw_kind = recognise(bytes.substr(0, kKindBytes));
  if (raw_kind == Kind::kEmpty) throw text::InputError("empty");
  if (raw_kind == Kind::kBinary) throw text::InputError("not text");
  if (raw_kind == Kind::kMail) return clean_mail(record, cleaned);
  const bool stated = !record.charset.empty();
  const std::string utf8 =
      decode(bytes, stated ? record.charset : charset_of_markup(bytes));
  const Kind kind = recognise(std::string_view(utf8).substr(0, kKindBytes));
  if (kind != Kind::kText) check_markup_size(utf8);
  if (kind == Kind::kHtml) return clean_html(utf8, record, cleaned);
  if (kind == Kind::kFeed) return add_items(parse_feed(utf8), record, cleaned);
  if (kind == Kind::kNewsXml) {
    return add_items(parse_news_xml(utf8), record, cleaned);
  }
  if (kind == Kind::kSgmlNews) return clean_sgml_news(utf8, record, cleaned);
  if (kind == Kind::kOtherXml) throw text::InputError(unknown_xml(utf8));
  if (kind == Kind::kMarkdown) return clean_markdown(utf8, record, cleaned);
  if (is_graph(kind))
    throw text::InputError(
        "a graph that is no file of its own, or not in UTF-8");
  clean_text(utf8, record, cleaned);
}

}  // namespace

Cleaned clean(const Record& record, const FieldMap& fields) {
  Cleaned cleaned;
  try {
    switch (record.kind) {
      case RecordKind::kArticleLine:
        clean_article_line(record, fields, cleaned);
        break;
      case RecordKind::kMail:
        clean_mail(record, cleaned);
        break;
      case RecordKind::kDocument:
        clean_document(record, cleaned);
    }
  } catch (const text::InputError& error) {
    cleaned.articles.clear();
    cleaned.rejects.push_back(
        {record.archive, record.number, error.what(), record.url});
  }
  return cleaned;
}

}  // namespace indexer
