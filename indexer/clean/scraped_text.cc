#include "indexer/clean/scraped_text.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>
#include <string>
#include <utility>

#include "indexer/clean/page_lines.h"
#include "indexer/clean/phrases.h"
#include "indexer/clean/plain_text.h"
#include "indexer/clean/press_date.h"
#include "indexer/clean/repetition.h"
#include "indexer/clean/teasers.h"
#include "indexer/clean/wrapped_lines.h"
#include "text/language.h"

namespace indexer {
namespace {

using Lines = std::span<const std::string>;

constexpr size_t kHeaderLines = 8;      // that are not blank, after the title
constexpr size_t kMaxTitleBytes = 400;  // a longer first line is a paragraph
constexpr size_t kMaxContactBytes = 400;
constexpr size_t kMaxEndBytes = 6;  // of what ends a sentence, quotes included

struct Header {
  std::string title;
  std::string published;
  std::string source;
  std::string url;
  std::string section;
  std::vector<std::string> authors;
};

// Takes `Published: … | Source: …` apart; true if a part is known.
bool take_header_line(std::string_view line, Header& header) {
  bool known = false;
  while (!line.empty()) {
    const size_t bar = line.find('|');
    const std::string part = collapse_space(line.substr(0, bar));
    line.remove_prefix(bar == std::string_view::npos ? line.size() : bar + 1);
    if (const auto title = value_of(part, Phrase::kTitle)) {
      header.title = *title;
    } else if (const auto published = value_of(part, Phrase::kPublished)) {
      header.published = *published;
    } else if (const auto source = value_of(part, Phrase::kSource)) {
      header.source = *source;
    } else if (const auto section = value_of(part, Phrase::kSection)) {
      header.section = *section;
    } else if (const auto author = value_of(part, Phrase::kAuthor)) {
      header.authors.emplace_back(*author);
    } else {
      continue;
    }
    known = true;
  }
  return known;
}

// A line that is only a date, where none was labelled.
bool take_bare_date(const std::string& line, Header& header) {
  constexpr size_t kMaxDateBytes = 48;
  if (!header.published.empty() || line.size() > kMaxDateBytes) return false;
  if (!parse_press_date(line, {}) && !is_relative_date(line)) return false;
  header.published = line;
  return true;
}

bool is_address(std::string_view text) {
  return (text.starts_with("https://") || text.starts_with("http://")) &&
         text.find(' ') == std::string_view::npos;
}

// `https://…`, `URL: https://…`.
bool take_address(std::string_view line, Header& header) {
  const std::string_view address =
      value_of(line, Phrase::kAddress).value_or(line);
  if (!is_address(address)) return false;
  header.url = address;
  return true;
}

// More than a title says: several sentences.
bool is_paragraph(const std::string& line) {
  constexpr size_t kMinBytes = 120;
  return line.size() > kMaxTitleBytes ||
         (line.size() > kMinBytes && ends_sentence(line) &&
          (line.find(". ") != std::string::npos ||
           line.find("。") < line.size() - kMaxEndBytes));
}

bool take_byline(const std::string& line, Header& header) {
  const std::vector<std::string> names = read_byline(line);
  header.authors.insert(header.authors.end(), names.begin(), names.end());
  return !names.empty();
}

struct HeaderAndRest {
  Header header;
  std::vector<std::string> rest;  // lines that are neither title nor header
};

HeaderAndRest read_header(Lines lines) {
  HeaderAndRest result;
  size_t seen = 0;
  for (const std::string& line : lines) {
    const bool may_be_header = !line.empty() && seen++ <= kHeaderLines;
    if (may_be_header && (take_address(line, result.header) ||
                          take_header_line(line, result.header) ||
                          take_bare_date(line, result.header) ||
                          take_byline(line, result.header))) {
      continue;
    }
    const bool is_first = result.rest.empty() && result.header.title.empty();
    if (is_first && !line.empty() && !is_paragraph(line)) {
      result.header.title = line;
    } else if (!line.empty()) {
      result.rest.push_back(line);
    }
  }
  return result;
}

// `someone@example.org`, roughly.
bool has_mail_address(std::string_view line) {
  const size_t at = line.find('@');
  if (at == std::string_view::npos || at == 0) return false;
  const std::string_view host = line.substr(at + 1);
  const size_t dot = host.find('.');
  return dot != std::string_view::npos && dot > 0 &&
         host.substr(0, dot).find(' ') == std::string_view::npos &&
         line[at - 1] != ' ';
}

bool is_boilerplate(const std::string& line) {
  if (begins_with_phrase(line, Phrase::kDisclaimer)) return true;
  if (is_phrase(line, Phrase::kReadMore)) return true;
  if (is_relative_date(line)) return true;
  if (line.size() > kMaxContactBytes || !has_mail_address(line)) return false;
  return has_phrase(line, Phrase::kContact) || !ends_sentence(line);
}

}  // namespace

std::vector<text::Article> parse_scraped_text(std::string_view utf8,
                                              const DocumentOrigin& origin) {
  std::vector<std::string> lines = split_lines(unwrap_lines(utf8));
  if (auto article = article_lines(lines)) lines = *std::move(article);
  const auto tail = std::ranges::find_if(lines, [](const std::string& line) {
    return is_phrase(line, Phrase::kRelated);
  });
  HeaderAndRest page = read_header(Lines(lines.begin(), tail));
  std::erase_if(page.rest, is_boilerplate);

  text::Article article;
  article.url = origin.url.empty() ? page.header.url : origin.url;
  article.section = std::move(page.header.section);
  article.title = std::move(page.header.title);
  article.source = std::move(page.header.source);
  article.authors = std::move(page.header.authors);
  article.body =
      join_paragraphs(without_repetition(std::move(page.rest), article.title));
  const std::string language =
      text::detect_language(article.title + "\n" + article.body);
  const PressDateContext context{origin.crawled, language};
  article.published = parse_press_date(page.header.published, context);

  const Lines below(tail == lines.end() ? tail : std::next(tail), lines.end());
  std::vector<text::Article> briefs = read_teasers(below, context);
  for (text::Article& brief : briefs) brief.source = article.source;
  std::vector<text::Article> articles;
  if (!article.title.empty() || !article.body.empty()) {
    articles.push_back(std::move(article));
  }
  std::ranges::move(briefs, std::back_inserter(articles));
  return articles;
}

}  // namespace indexer
