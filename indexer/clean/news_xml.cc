#include "indexer/clean/news_xml.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "indexer/clean/markup.h"
#include "indexer/clean/plain_text.h"
#include "indexer/clean/press_date.h"
#include "text/error.h"

namespace indexer {
namespace {

// A part of a document: the elements inside of one.
class Element {
 public:
  Element(const Markup& markup, size_t node) : markup_(markup), node_(node) {}

  // The first element called `name`, with or without a prefix, inside.
  std::optional<Element> find(std::string_view name) const {
    for (size_t i = node_ + 1; i < markup_[node_].end; ++i) {
      if (local_name(i) == name) return Element(markup_, i);
    }
    return {};
  }

  std::vector<Element> find_all(std::string_view name) const {
    std::vector<Element> found;
    for (size_t i = node_; i < markup_[node_].end; ++i) {
      if (local_name(i) == name) found.emplace_back(markup_, i);
    }
    return found;
  }

  std::string text() const { return text_of(markup_, node_); }

  // Of the first element called `name`; empty if there is none.
  std::string text(std::string_view name) const {
    const auto found = find(name);
    return found ? found->text() : std::string();
  }

  std::string attribute(std::string_view name) const {
    return std::string(markup_[node_].attribute(name));
  }

  std::string attribute(std::string_view element, std::string_view name) const {
    const auto found = find(element);
    return found ? found->attribute(name) : std::string();
  }

  bool is_inside(const Element& other) const {
    return node_ > other.node_ && node_ < other.markup_[other.node_].end;
  }

 private:
  std::string_view local_name(size_t node) const {
    const std::string_view name = markup_[node].name;
    const size_t colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
  }

  const Markup& markup_;
  size_t node_;
};

// The first that is not empty.
std::string first_of(std::initializer_list<std::string> values) {
  for (const std::string& value : values) {
    if (!value.empty()) return value;
  }
  return {};
}

// `20250102T030405Z`, as NITF writes dates, with the signs that others write.
std::string with_signs(const std::string& date) {
  const bool compact =
      date.size() >= 8 && std::ranges::all_of(date.substr(0, 8), [](char c) {
        return c >= '0' && c <= '9';
      });
  if (!compact) return date;
  std::string day =
      date.substr(0, 4) + "-" + date.substr(4, 2) + "-" + date.substr(6, 2);
  if (date.size() < 15 || date[8] != 'T') return day;
  return day + "T" + date.substr(9, 2) + ":" + date.substr(11, 2) + ":" +
         date.substr(13);
}

void add_author(std::string name, text::Article& article) {
  std::string_view rest = name;
  if (rest.starts_with("By ") || rest.starts_with("by ")) rest.remove_prefix(3);
  if (!rest.empty()) article.authors.emplace_back(rest);
}

// The paragraphs of `content`: its <p> elements, or else its text.
std::string paragraphs_of(const Element& content) {
  std::vector<std::string> paragraphs;
  for (const std::string_view name : {"p", "hl2"}) {
    if (name == "hl2" && !paragraphs.empty()) break;
    for (const Element& paragraph : content.find_all(name)) {
      paragraphs.push_back(paragraph.text());
    }
  }
  std::erase(paragraphs, "");
  if (paragraphs.empty()) return content.text();
  return join_paragraphs(paragraphs);
}

text::Article read_nitf(const Element& nitf) {
  text::Article article;
  article.title =
      first_of({nitf.text("hl1"), nitf.text("headline"), nitf.text("title")});
  if (const auto content = nitf.find("body.content")) {
    article.body = paragraphs_of(*content);
  }
  article.published = parse_press_date(
      with_signs(first_of({nitf.attribute("date.issue", "norm"),
                           nitf.attribute("date.release", "norm"),
                           nitf.attribute("story.date", "norm"),
                           nitf.attribute("pubdata", "date.publication")})),
      {});
  article.source =
      first_of({nitf.attribute("pubdata", "name"), nitf.text("distributor"),
                nitf.attribute("doc.copyright", "holder")});
  add_author(first_of({nitf.text("person"), nitf.text("byline")}), article);
  article.url = nitf.attribute("pubdata", "ex-ref");
  return article;
}

// The text of a NewsML-G2 item: NITF or XHTML inside of it, or plain text.
std::string content_of(const Element& item) {
  if (const auto nitf = item.find("body.content")) return paragraphs_of(*nitf);
  for (const std::string_view name : {"inlinexml", "inlinedata"}) {
    const auto content = item.find(name);
    if (!content) continue;
    const auto body = content->find("body");
    return paragraphs_of(body ? *body : *content);
  }
  return {};
}

text::Article read_news_item(const Element& item) {
  text::Article article;
  article.title =
      first_of({item.text("headline"), item.text("hl1"), item.text("title")});
  article.body = content_of(item);
  article.published = parse_press_date(
      first_of({item.text("contentcreated"), item.text("firstcreated"),
                item.text("versioncreated")}),
      {});
  if (const auto by = item.find("by")) add_author(by->text(), article);
  if (const auto provider = item.find("provider")) {
    article.source =
        first_of({provider->text("name"), provider->attribute("literal"),
                  provider->attribute("qcode")});
  }
  article.language = item.attribute("language", "tag");
  return article;
}

text::Article read_sitemap_url(const Element& url) {
  text::Article article;
  article.kind = text::ArticleKind::kBrief;
  article.url = url.text("loc");
  if (const auto news = url.find("news")) {
    article.title = news->text("title");
    article.source = news->text("name");
    article.language = news->text("language");
    article.published = parse_press_date(news->text("publication_date"), {});
  }
  return article;
}

std::vector<text::Article> read_sitemap(const Element& root) {
  std::vector<text::Article> articles;
  for (const Element& url : root.find_all("url")) {
    text::Article article = read_sitemap_url(url);
    if (!article.title.empty()) articles.push_back(std::move(article));
  }
  if (articles.empty()) throw text::InputError("a sitemap without news");
  return articles;
}

}  // namespace

std::vector<text::Article> parse_news_xml(std::string_view utf8) {
  const Markup markup = parse_xml(utf8);
  if (markup.empty()) throw text::InputError("not XML");
  const Element root(markup, 0);
  if (markup[0].name.ends_with("urlset")) return read_sitemap(root);
  std::vector<text::Article> articles;
  const std::vector<Element> items = root.find_all("newsitem");
  for (const Element& item : items) articles.push_back(read_news_item(item));
  for (const Element& nitf : root.find_all("nitf")) {
    const bool in_item = std::ranges::any_of(
        items, [&](const Element& item) { return nitf.is_inside(item); });
    if (!in_item) articles.push_back(read_nitf(nitf));
  }
  return articles;
}

}  // namespace indexer
