#include "indexer/clean/page_facts.h"

#include <algorithm>
#include <utility>

#include "indexer/archive/header_lines.h"
#include "indexer/clean/page_parts.h"
#include "indexer/clean/plain_text.h"
#include "indexer/clean/text_blocks.h"
#include "indexer/clean/url_reference.h"

namespace indexer {
namespace {

// Longer texts are no names, dates or titles.
constexpr size_t kMaxFactBytes = 1000;
constexpr size_t kMaxListed = 20;

void set_if_empty(std::string& target, std::string value) {
  if (target.empty()) target = std::move(value);
}

void add_to(std::vector<std::string>& list, std::string value) {
  if (list.size() < kMaxListed && !value.empty()) {
    list.push_back(std::move(value));
  }
}

bool is_home(std::string_view address) {
  const size_t host = origin_of(address).size();
  const std::string_view path = address.substr(host);
  return path == "/" || (host > 0 && path.empty());
}

// True if the heading at `node` is the paper's: one that links to its front.
bool is_logo(const Markup& page, size_t node) {
  for (size_t i = node + 1; i < page[node].end; ++i) {
    if (page[i].name == "a") return is_home(page[i].attribute("href"));
  }
  const MarkupNode& parent = page[page[node].parent];
  return parent.name == "a" && is_home(parent.attribute("href"));
}

// The text inside, unless it is longer than any fact.
std::string short_text(const Markup& page, size_t node) {
  size_t bytes = 0;
  for (size_t i = node + 1; i < page[node].end; ++i) {
    bytes += page[i].text.size();
    if (bytes > kMaxFactBytes) return {};
  }
  return text_of(page, node);
}

std::string value_of(const Markup& page, size_t node) {
  for (const std::string_view key : {"datetime", "content"}) {
    const std::string_view value = page[node].attribute(key);
    if (!value.empty()) return collapse_space(value);
  }
  return short_text(page, node);
}

void add_meta(const MarkupNode& node,
              std::initializer_list<std::string_view> keys, PageFacts& facts) {
  const std::string content = collapse_space(node.attribute("content"));
  if (content.empty()) return;
  for (const std::string_view key : keys) {
    std::string names = to_lower_ascii(node.attribute(key));
    std::ranges::replace(names, '.', ':');
    std::string_view rest = trim_ascii(names);
    while (!rest.empty()) {
      const size_t space = std::min(rest.find(' '), rest.size());
      facts.meta.emplace(rest.substr(0, space), content);
      rest = trim_ascii(rest.substr(space));
    }
  }
}

void add_json_ld(const Markup& page, size_t node, PageFacts& facts) {
  if (!facts.json_ld.headline.empty()) return;
  std::string json;
  for (size_t i = node + 1; i < page[node].end; ++i) json += page[i].text;
  JsonLd found = parse_json_ld(json);
  const bool more = !found.headline.empty() || facts.json_ld.published.empty();
  if (more) facts.json_ld = std::move(found);
}

// The value of an item; of one with a name, that.
std::string item_value(const Markup& page, size_t node) {
  for (size_t i = node + 1; i < page[node].end; ++i) {
    if (page[i].attribute("itemprop") == "name") return value_of(page, i);
  }
  return value_of(page, node);
}

void add_itemprop(const Markup& page, size_t node, PageFacts& facts) {
  const std::string name = to_lower_ascii(page[node].attribute("itemprop"));
  for (const std::string_view known :
       {"datepublished", "datemodified", "headline", "author",
        "articlesection"}) {
    if (name == known && !facts.itemprops.contains(known)) {
      facts.itemprops.emplace(known, item_value(page, node));
    }
  }
}

void add_link(const Markup& page, size_t node, PageFacts& facts) {
  const std::string rel = to_lower_ascii(page[node].attribute("rel"));
  if (page[node].name == "a" && rel == "author") {
    add_to(facts.authors, short_text(page, node));
  }
  if (page[node].name == "link" && rel == "canonical") {
    set_if_empty(facts.canonical, collapse_space(page[node].attribute("href")));
  }
}

void add_element(const Markup& page, size_t i, PageFacts& facts) {
  const MarkupNode& node = page[i];
  if (node.name == "meta") {
    add_meta(node, {"name", "itemprop"}, facts);
  } else if (node.name == "title") {
    set_if_empty(facts.title, short_text(page, i));
  } else if (node.name == "h1") {
    if (!is_logo(page, i)) add_to(facts.headings, short_text(page, i));
  } else if (node.name == "base") {
    set_if_empty(facts.base, std::string(node.attribute("href")));
  } else if (node.name == "time") {
    add_to(facts.times, value_of(page, i));
  } else if (node.name == "a" || node.name == "link") {
    add_link(page, i, facts);
  } else if (node.name == "script" &&
             to_lower_ascii(node.attribute("type")) == "application/ld+json") {
    add_json_ld(page, i, facts);
  }
  if (node.attributes.empty()) return;
  if (!node.attribute("itemprop").empty()) add_itemprop(page, i, facts);
}

// The text of an element up to where its second block begins: below the names
// stands the date.
std::string first_block(const Markup& page, size_t node) {
  std::string text = page[node].text;
  for (size_t i = node + 1; i < page[node].end; ++i) {
    const bool is_next = is_block_element(page[i].name);
    if (is_next && !trim_ascii(text).empty()) break;
    text += page[i].text;
    if (text.size() > kMaxFactBytes) return {};
  }
  return collapse_space(text);
}

void add_byline(const Markup& page, size_t i, PageFacts& facts) {
  if (facts.bylines.size() >= kMaxListed || !is_called_byline(page[i])) return;
  add_to(facts.bylines, first_block(page, i));
}

}  // namespace

std::string PageFacts::first_meta(
    std::initializer_list<std::string_view> names) const {
  for (const std::string_view name : names) {
    const auto found = meta.find(name);
    if (found != meta.end()) return found->second;
  }
  return {};
}

PageFacts collect_facts(const Markup& page) {
  PageFacts facts;
  if (page.empty()) return facts;
  facts.language = std::string(page[0].attribute("lang"));
  for (const MarkupNode& node : page) {
    if (node.name == "meta") add_meta(node, {"property"}, facts);
  }
  size_t comments_end = 0;
  for (size_t i = 0; i < page.size(); ++i) {
    if (page[i].name.empty()) continue;
    add_element(page, i, facts);
    if (i < comments_end || page[i].attributes.empty()) continue;
    if (is_called_comments(page[i])) comments_end = page[i].end;
    if (i >= comments_end) add_byline(page, i, facts);
  }
  return facts;
}

}  // namespace indexer
