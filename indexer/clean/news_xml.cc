#include "indexer/clean/news_xml.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "indexer/archive/header_lines.h"
#include "indexer/clean/markup.h"
#include "indexer/clean/news_text.h"
#include "indexer/clean/phrases.h"
#include "indexer/clean/plain_text.h"
#include "indexer/clean/press_date.h"
#include "text/error.h"

namespace indexer {
namespace {

using Paragraphs = std::vector<std::string>;

// A part of a document: the elements inside of one.
class Element {
 public:
  Element(const Markup& markup, size_t node) : markup_(markup), node_(node) {}

  // The first element called `name`, with or without a prefix, inside.
  std::optional<Element> find(std::string_view name) const {
    for (size_t i = node_ + 1; i < markup_[node_].end; ++i) {
      if (local_name(markup_[i].name) == name) return Element(markup_, i);
    }
    return {};
  }

  std::vector<Element> find_all(std::string_view name) const {
    std::vector<Element> found;
    for (size_t i = node_; i < markup_[node_].end; ++i) {
      if (local_name(markup_[i].name) == name) found.emplace_back(markup_, i);
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

  Paragraphs paragraphs() const { return news_paragraphs(markup_, node_); }

  size_t begin() const { return node_; }
  size_t end() const { return markup_[node_].end; }

 private:
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

// The names that `byline` tells, each once.
void add_authors(const std::string& byline, text::Article& article) {
  std::vector<std::string> names = read_called_byline(byline);
  if (names.empty() && !byline.empty()) names.push_back(byline);
  for (std::string& name : names) {
    const bool known =
        std::ranges::find(article.authors, name) != article.authors.end();
    if (!known) article.authors.push_back(std::move(name));
  }
}

void set_body(std::vector<std::string> paragraphs, text::Article& article) {
  article.body = join_paragraphs(paragraphs);
  if (paragraphs.empty()) article.kind = text::ArticleKind::kBrief;
}

void add_nitf_authors(const Element& nitf, text::Article& article) {
  for (const Element& byline : nitf.find_all("byline")) {
    const std::vector<Element> persons = byline.find_all("person");
    for (const Element& person : persons) add_authors(person.text(), article);
    if (persons.empty()) add_authors(byline.text(), article);
  }
}

text::Article read_nitf(const Element& nitf) {
  text::Article article;
  article.title =
      first_of({nitf.text("hl1"), nitf.text("headline"), nitf.text("title")});
  const auto content = nitf.find("body.content");
  set_body(content ? content->paragraphs() : Paragraphs(), article);
  article.published = parse_press_date(
      first_of({nitf.attribute("date.issue", "norm"),
                nitf.attribute("date.release", "norm"),
                nitf.attribute("story.date", "norm"),
                nitf.attribute("pubdata", "date.publication")}),
      {});
  article.source =
      first_of({nitf.attribute("pubdata", "name"), nitf.text("distributor"),
                nitf.attribute("doc.copyright", "holder")});
  add_nitf_authors(nitf, article);
  article.url = nitf.attribute("pubdata", "ex-ref");
  return article;
}

// The text of a NewsML item: NITF or XHTML inside of it, or plain text.
Paragraphs content_of(const Element& item) {
  if (const auto nitf = item.find("body.content")) return nitf->paragraphs();
  for (const std::string_view name :
       {"inlinexml", "inlinedata", "datacontent"}) {
    const auto content = item.find(name);
    if (!content) continue;
    const auto body = content->find("body");
    return body ? body->paragraphs() : content->paragraphs();
  }
  return {};
}

// `picture` of `ninat:picture`, `http://cv.iptc.org/newscodes/ninature/picture`
// and NewsML 1's `Picture`.
std::string class_of(const Element& item) {
  const std::string name = first_of(
      {item.attribute("itemclass", "qcode"), item.attribute("itemclass", "uri"),
       item.attribute("mediatype", "formalname")});
  return to_lower_ascii(name.substr(name.find_last_of(":/") + 1));
}

// What `item` is if it is no news by design; empty if it is.
std::string skipped_as(const Element& item, const text::Article& article) {
  const std::string status = item.attribute("pubstatus", "qcode");
  if (status.ends_with("canceled") || status.ends_with("withheld")) {
    return "withdrawn item";
  }
  const std::string item_class = class_of(item);
  const bool is_text =
      item_class.empty() || item_class == "text" || item_class == "composite";
  return is_text || !article.body.empty() ? "" : item_class + " item";
}

NewsItem read_news_item(const Element& item) {
  text::Article article;
  article.title =
      first_of({item.text("headline"), item.text("hl1"), item.text("title")});
  set_body(content_of(item), article);
  article.published = parse_press_date(
      first_of({item.text("contentcreated"), item.text("firstcreated"),
                item.text("versioncreated")}),
      {});
  const auto modified = parse_press_date(
      first_of({item.text("versioncreated"), item.text("thisrevisioncreated")}),
      {});
  if (modified > article.published) article.modified = modified;
  for (const std::string_view name : {"by", "byline"}) {
    for (const Element& by : item.find_all(name)) {
      add_authors(by.text(), article);
    }
  }
  if (const auto provider = item.find("provider")) {
    article.source =
        first_of({provider->text("name"), provider->attribute("literal"),
                  provider->attribute("party", "formalname"),
                  provider->attribute("qcode")});
  }
  article.language = first_of({item.attribute("language", "tag"),
                               item.attribute("language", "formalname")});
  std::string skipped = skipped_as(item, article);
  return {std::move(article), std::move(skipped)};
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

std::vector<NewsItem> read_sitemap(const Element& root) {
  std::vector<NewsItem> items;
  for (const Element& url : root.find_all("url")) {
    text::Article article = read_sitemap_url(url);
    if (!article.title.empty()) items.push_back({std::move(article)});
  }
  if (items.empty()) throw text::InputError("a sitemap without news");
  return items;
}

}  // namespace

std::vector<NewsItem> parse_news_xml(std::string_view utf8) {
  const Markup markup = parse_xml(utf8);
  if (markup.empty()) throw text::InputError("not XML");
  const Element root(markup, 0);
  if (markup[0].name.ends_with("urlset")) return read_sitemap(root);
  std::vector<NewsItem> found;
  const std::vector<Element> items = root.find_all("newsitem");
  for (const Element& item : items) found.push_back(read_news_item(item));
  auto item = items.begin();
  size_t items_end = 0;  // of those that begin before the document
  for (const Element& nitf : root.find_all("nitf")) {
    for (; item != items.end() && item->begin() < nitf.begin(); ++item) {
      items_end = std::max(items_end, item->end());
    }
    if (nitf.begin() >= items_end) found.push_back({read_nitf(nitf)});
  }
  return found;
}

}  // namespace indexer
