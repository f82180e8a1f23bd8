#include "indexer/clean/feed.h"

#include <algorithm>
#include <string>
#include <utility>

#include "indexer/clean/markup.h"
#include "indexer/clean/press_date.h"
#include "indexer/clean/text_blocks.h"

namespace indexer {
namespace {

struct Field {
  std::string_view name;
  size_t node = 0;
};

// The elements right below `parent`.
std::vector<Field> fields_of(const Markup& markup, size_t parent) {
  std::vector<Field> fields;
  for (size_t i = parent + 1; i < markup[parent].end; i = markup[i].end) {
    if (!markup[i].name.empty()) fields.push_back({markup[i].name, i});
  }
  return fields;
}

std::string escape(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '&') {
      escaped += "&amp;";
    } else if (c == '<') {
      escaped += "&lt;";
    } else {
      escaped += c;
    }
  }
  return escaped;
}

// The text of `node` as HTML: it is escaped there, or has elements (XHTML).
std::string raw_text(const Markup& markup, size_t node) {
  std::string text;
  const bool has_elements = !fields_of(markup, node).empty();
  for (size_t i = node + 1; i < markup[node].end; ++i) {
    if (is_block_element(markup[i].name)) text += "<p>";
    text += has_elements ? escape(markup[i].text) : markup[i].text;
  }
  return text;
}

std::string author_of(const Markup& markup, size_t node) {
  for (const Field& field : fields_of(markup, node)) {
    if (field.name == "name") return text_of(markup, field.node);
  }
  return text_of(markup, node);
}

void set_url(const Markup& markup, size_t node, text::Article& article) {
  const MarkupNode& link = markup[node];
  const std::string_view rel = link.attribute("rel");
  if (!article.url.empty() || (!rel.empty() && rel != "alternate")) return;
  article.url = link.attribute("href");
  if (article.url.empty()) article.url = text_of(markup, node);
}

bool is_date(std::string_view name) {
  return name == "pubdate" || name == "published" || name == "updated" ||
         name == "dc:date";
}

bool is_text(std::string_view name) {
  return name == "description" || name == "summary" || name == "content" ||
         name == "content:encoded";
}

void set_field(const Markup& markup, const Field& field,
               text::Article& article) {
  if (field.name == "title") {
    article.title = html_to_text(raw_text(markup, field.node));
  } else if (field.name == "link") {
    set_url(markup, field.node, article);
  } else if (is_date(field.name)) {
    const bool better = !article.published || field.name != "updated";
    const auto date = parse_press_date(text_of(markup, field.node), {});
    if (better && date) article.published = date;
  } else if (is_text(field.name)) {
    std::string body = html_to_text(raw_text(markup, field.node));
    if (body.size() > article.body.size()) article.body = std::move(body);
  } else if (field.name == "author" || field.name == "dc:creator") {
    article.authors.push_back(author_of(markup, field.node));
  } else if (field.name == "source") {
    article.source = text_of(markup, field.node);
  }
}

bool is_one_paragraph(const std::string& body) {
  return body.find("\n\n") == std::string::npos;
}

text::Article read_item(const Markup& markup, size_t node) {
  text::Article article;
  for (const Field& field : fields_of(markup, node)) {
    set_field(markup, field, article);
  }
  if (is_one_paragraph(article.body)) {
    article.kind = text::ArticleKind::kBrief;
  }
  return article;
}

}  // namespace

std::vector<text::Article> parse_feed(std::string_view utf8) {
  const Markup markup = parse_xml(utf8);
  std::string source;
  std::string language;
  std::vector<text::Article> articles;
  for (size_t i = 0; i < markup.size(); ++i) {
    const std::string& name = markup[i].name;
    const bool inside = !articles.empty();
    if (name == "item" || name == "entry") {
      articles.push_back(read_item(markup, i));
      i = markup[i].end - 1;
    } else if (name == "title" && source.empty() && !inside) {
      source = text_of(markup, i);
    } else if (name == "language") {
      language = text_of(markup, i);
    }
  }
  for (text::Article& article : articles) {
    if (article.source.empty()) article.source = source;
    if (article.language.empty()) article.language = language;
  }
  return articles;
}

}  // namespace indexer
