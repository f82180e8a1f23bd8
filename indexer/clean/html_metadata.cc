#include "indexer/clean/html_metadata.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <utility>

#include "indexer/archive/header_lines.h"
#include "indexer/clean/json_ld.h"
#include "indexer/clean/phrases.h"
#include "indexer/clean/plain_text.h"
#include "indexer/clean/press_date.h"
#include "indexer/clean/text_blocks.h"

namespace indexer {
namespace {

// What is collected in one pass over a page.
struct PageFacts {
  std::map<std::string, std::string, std::less<>> meta;  // the first of a name
  std::vector<std::string> itemprop_dates;
  std::vector<std::string> times;
  std::vector<std::string> authors;
  std::string title;
  std::string heading;  // the first <h1>
  std::string canonical;
  std::string language;
  JsonLd json_ld;
};

void add_meta(const MarkupNode& node, PageFacts& facts) {
  for (const std::string_view key : {"property", "name", "itemprop"}) {
    const std::string name = to_lower_ascii(node.attribute(key));
    const std::string content = collapse_space(node.attribute("content"));
    if (!name.empty() && !content.empty()) facts.meta.emplace(name, content);
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

std::string date_of(const Markup& page, size_t node) {
  for (const std::string_view key : {"datetime", "content"}) {
    if (!page[node].attribute(key).empty()) {
      return std::string(page[node].attribute(key));
    }
  }
  return text_of(page, node);
}

void set_if_empty(std::string& target, std::string value) {
  if (target.empty()) target = std::move(value);
}

void add_element(const Markup& page, size_t i, PageFacts& facts) {
  const MarkupNode& node = page[i];
  const std::string itemprop = to_lower_ascii(node.attribute("itemprop"));
  const std::string rel = to_lower_ascii(node.attribute("rel"));
  if (node.name == "meta") add_meta(node, facts);
  if (node.name == "title") set_if_empty(facts.title, text_of(page, i));
  if (node.name == "h1") set_if_empty(facts.heading, text_of(page, i));
  if (node.name == "time") facts.times.push_back(date_of(page, i));
  if (itemprop == "datepublished") {
    facts.itemprop_dates.push_back(date_of(page, i));
  }
  if (rel == "author" && node.name == "a") {
    facts.authors.push_back(text_of(page, i));
  }
  if (node.name == "link" && rel == "canonical") {
    set_if_empty(facts.canonical, std::string(node.attribute("href")));
  }
  if (node.name == "script" &&
      to_lower_ascii(node.attribute("type")) == "application/ld+json") {
    add_json_ld(page, i, facts);
  }
}

PageFacts collect(const Markup& page) {
  PageFacts facts;
  if (page.empty()) return facts;
  facts.language = std::string(page[0].attribute("lang"));
  for (size_t i = 0; i < page.size(); ++i) {
    if (!page[i].name.empty()) add_element(page, i, facts);
  }
  return facts;
}

template <size_t N>
std::string first_meta(const PageFacts& facts,
                       const std::array<std::string_view, N>& names) {
  for (const std::string_view name : names) {
    const auto found = facts.meta.find(name);
    if (found != facts.meta.end()) return found->second;
  }
  return {};
}

// The host of an absolute http address without `www.`; empty if it is not one.
std::string_view host_of(std::string_view url) {
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (!url.starts_with(scheme)) continue;
    url.remove_prefix(scheme.size());
    if (url.starts_with("www.")) url.remove_prefix(4);
    return url.substr(0, url.find_first_of("/?#:"));
  }
  return {};
}

bool is_home_page(std::string_view url) {
  const size_t host = url.find(host_of(url));
  const size_t path = url.find('/', host);
  return path == std::string_view::npos || path + 1 == url.size();
}

std::string url_of(const PageFacts& facts, const DocumentOrigin& origin) {
  static constexpr std::array<std::string_view, 1> kNames = {"og:url"};
  for (const std::string& url :
       {facts.canonical, first_meta(facts, kNames), facts.json_ld.url}) {
    if (!host_of(url).empty() && !is_home_page(url)) return url;
  }
  return origin.url;
}

// `Zinc rises - The Paper` without the name of the paper.
std::string without_site(const std::string& title, const std::string& site) {
  for (const std::string_view mark :
       {" | ", " - ", " – ", " — ", " :: ", "_", "-"}) {
    const size_t at = title.rfind(mark);
    if (at == std::string::npos || at == 0) continue;
    const std::string tail = title.substr(at + mark.size());
    const bool is_site =
        !site.empty() && to_lower_ascii(tail) == to_lower_ascii(site);
    const bool spaced_bar = mark == " | " && tail.size() * 2 < at;
    if (is_site || spaced_bar) return collapse_space(title.substr(0, at));
  }
  return title;
}

std::string title_of(const PageFacts& facts, const std::string& site) {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"og:title", "twitter:title", "dc.title", "headline"});
  const std::string named = without_site(first_meta(facts, kNames), site);
  const std::string whole =
      named.empty() ? without_site(facts.title, site) : named;
  // A heading that the title repeats is the title without additions.
  const bool heading_fits =
      facts.heading.size() > 10 &&
      (facts.title.find(facts.heading) == 0 || whole.find(facts.heading) == 0);
  if (heading_fits) return facts.heading;
  if (!facts.json_ld.headline.empty() && named.empty()) {
    return html_to_text(facts.json_ld.headline);
  }
  return whole.empty() ? facts.heading : whole;
}

std::string source_of(const PageFacts& facts, const std::string& url) {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"og:site_name", "dc.publisher", "application-name", "twitter:site"});
  std::string name = first_meta(facts, kNames);
  if (name.empty()) name = facts.json_ld.publisher;
  if (name.starts_with('@')) name.erase(0, 1);
  return name.empty() ? std::string(host_of(url)) : name;
}

std::vector<std::string> authors_of(const PageFacts& facts) {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"author", "article:author", "byl", "dc.creator", "parsely-author",
       "sailthru.author"});
  if (!facts.json_ld.authors.empty()) return facts.json_ld.authors;
  std::string author = first_meta(facts, kNames);
  if (to_lower_ascii(author).starts_with("by ")) author.erase(0, 3);
  if (!author.empty() && host_of(author).empty()) return {author};
  std::vector<std::string> authors = facts.authors;
  std::erase(authors, "");
  return authors;
}

std::string language_of(const PageFacts& facts) {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"og:locale", "content-language", "dc.language"});
  if (!facts.language.empty()) return facts.language;
  if (!facts.json_ld.language.empty()) return facts.json_ld.language;
  return first_meta(facts, kNames);
}

// `/2025/12/16/` in an address.
std::string date_in_url(std::string_view url) {
  const auto digits = [&](size_t at, size_t count) {
    const std::string_view part = url.substr(at, count);
    return part.size() == count && std::ranges::all_of(part, [](char c) {
             return c >= '0' && c <= '9';
           });
  };
  for (size_t i = 0; i + 11 < url.size(); ++i) {
    if (url[i] != '/' || !digits(i + 1, 4) || url[i + 5] != '/' ||
        !digits(i + 6, 2) || url[i + 8] != '/' || !digits(i + 9, 2)) {
      continue;
    }
    if (url[i + 1] != '1' && url[i + 1] != '2') continue;
    return std::string(url.substr(i + 1, 10));
  }
  return {};
}

// The date in a short block of text such as `Published: Dec 16, 2025`, first
// those that say what they are.
std::vector<std::string> visible_dates(const Markup& page) {
  constexpr size_t kMaxBlockBytes = 100;
  constexpr size_t kMaxBlocks = 200;
  std::vector<std::string> labelled;
  std::vector<std::string> bare;
  size_t seen = 0;
  for (const TextBlock& block : text_blocks(page, {})) {
    if (++seen > kMaxBlocks) break;
    if (block.text.size() > kMaxBlockBytes) continue;
    const bool says = begins_with_phrase(block.text, Phrase::kPublished);
    (says ? labelled : bare).push_back(block.text);
  }
  labelled.insert(labelled.end(), bare.begin(), bare.end());
  return labelled;
}

std::optional<text::Timestamp> published_of(const Markup& page,
                                            const PageFacts& facts,
                                            const std::string& url,
                                            const DocumentOrigin& origin) {
  static constexpr auto kNames =
      std::to_array<std::string_view>({"article:published_time",
                                       "og:published_time",
                                       "datepublished",
                                       "pubdate",
                                       "publishdate",
                                       "publish_date",
                                       "publish-date",
                                       "date",
                                       "dc.date",
                                       "dc.date.issued",
                                       "dcterms.created",
                                       "dcterms.date",
                                       "parsely-pub-date",
                                       "sailthru.date",
                                       "article.published",
                                       "cxenseparse:recs:publishtime",
                                       "date_published",
                                       "ptime",
                                       "article_date_original",
                                       "originalpublicationdate"});
  std::vector<std::string> stated = {facts.json_ld.published};
  for (const std::string_view name : kNames) {
    const auto found = facts.meta.find(name);
    if (found != facts.meta.end()) stated.push_back(found->second);
  }
  for (const auto* dates : {&facts.itemprop_dates, &facts.times}) {
    stated.insert(stated.end(), dates->begin(), dates->end());
  }
  const std::string language = to_lower_ascii(facts.language).substr(0, 2);
  const PressDateContext context{origin.crawled, language};
  for (const std::string& text : stated) {
    if (const auto date = parse_press_date(text, context)) return date;
  }
  for (const std::string& text : visible_dates(page)) {
    if (const auto date = parse_press_date(text, context)) return date;
  }
  return parse_press_date(date_in_url(url), {});
}

}  // namespace

HtmlMetadata read_metadata(const Markup& page, const DocumentOrigin& origin) {
  static constexpr std::array<std::string_view, 1> kSite = {"og:site_name"};
  PageFacts facts = collect(page);
  HtmlMetadata metadata;
  metadata.url = url_of(facts, origin);
  metadata.source = source_of(facts, metadata.url);
  metadata.title = title_of(facts, first_meta(facts, kSite));
  metadata.published = published_of(page, facts, metadata.url, origin);
  metadata.authors = authors_of(facts);
  metadata.language = language_of(facts);
  metadata.body = std::move(facts.json_ld.body);
  return metadata;
}

}  // namespace indexer
