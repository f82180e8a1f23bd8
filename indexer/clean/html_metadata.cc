#include "indexer/clean/html_metadata.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "indexer/archive/header_lines.h"
#include "indexer/clean/headline.h"
#include "indexer/clean/page_dates.h"
#include "indexer/clean/page_facts.h"
#include "indexer/clean/phrases.h"
#include "indexer/clean/plain_text.h"
#include "indexer/clean/url_reference.h"
#include "indexer/clean/visible_lines.h"
#include "text/language.h"

namespace indexer {
namespace {

// The host of an absolute http address without `www.`; empty if it is not one.
std::string_view host_of(std::string_view url) {
  std::string_view host = origin_of(url);
  host.remove_prefix(std::min(host.size(), host.find("//") + 2));
  if (host.starts_with("www.")) host.remove_prefix(4);
  return host.substr(0, host.find(':'));
}

bool is_home_page(std::string_view url) {
  const std::string_view path = url.substr(origin_of(url).size());
  return path.empty() || path == "/";
}

std::string url_of(const PageFacts& facts, const DocumentOrigin& origin) {
  const std::string base = facts.base.empty()
                               ? origin.url
                               : resolve_reference(origin.url, facts.base);
  for (const std::string& url :
       {facts.canonical, facts.first_meta({"og:url"}), facts.json_ld.url}) {
    if (url.empty()) continue;
    std::string resolved = resolve_reference(base, url);
    if (!is_home_page(resolved)) return resolved;
  }
  return origin.url;
}

// Whatever on the page may be the name of the paper, hosts too.
std::vector<std::string> site_names_of(const PageFacts& facts,
                                       const HtmlMetadata& metadata) {
  std::vector<std::string> names = {metadata.source, facts.json_ld.publisher,
                                    std::string(host_of(metadata.url))};
  for (const std::string_view key :
       {"og:site_name", "dc:publisher", "application-name",
        "apple-mobile-web-app-title", "al:ios:app_name", "al:android:app_name",
        "publisher"}) {
    names.push_back(facts.first_meta({key}));
  }
  // Some pages call themselves an application.
  constexpr size_t kMaxNameBytes = 200;
  const std::string title = facts.first_meta({"og:title"});
  std::erase_if(names, [&](const std::string& name) {
    return name.empty() || name.size() > kMaxNameBytes ||
           (name == title && name != metadata.source);
  });
  return names;
}

std::string source_of(const PageFacts& facts, const std::string& url) {
  std::string name =
      facts.first_meta({"og:site_name", "dc:publisher", "application-name"});
  if (name.empty()) name = facts.json_ld.publisher;
  if (name.empty()) name = facts.first_meta({"twitter:site"});
  if (name.starts_with('@')) name.erase(0, 1);
  return name.empty() ? std::string(host_of(url)) : name;
}

// The names that a page states, without `By` and what only links to them.
std::vector<std::string> clean_names(const std::vector<std::string>& stated) {
  std::vector<std::string> names;
  for (const std::string& name : stated) {
    if (!host_of(name).empty()) continue;
    std::vector<std::string> several = read_full_names(name);
    if (several.empty()) several = {name};
    std::ranges::move(several, std::back_inserter(names));
  }
  return names;
}

std::vector<std::string> authors_of(const PageFacts& facts) {
  std::vector<std::string> names = clean_names(facts.json_ld.authors);
  if (!names.empty()) return names;
  const auto item = facts.itemprops.find("author");
  for (const std::string& line :
       {facts.first_meta({"dc:creator", "dcterms:creator", "author",
                          "article:author", "og:article:author", "byl",
                          "parsely-author", "sailthru:author"}),
        item == facts.itemprops.end() ? std::string() : item->second}) {
    if (line.empty() || !host_of(line).empty()) continue;
    names = read_names(line);
    return names.empty() ? std::vector{line} : names;
  }
  if (!facts.authors.empty()) return clean_names(facts.authors);
  for (const std::string& line : facts.bylines) {
    names = read_called_byline(line);
    if (!names.empty()) break;
  }
  return names;
}

// The authors that a line near the headline names: `By Ana Brook | May 6`,
// `来源：港口日报 作者：王小明`.
std::vector<std::string> visible_authors(const Markup& page) {
  constexpr size_t kNear = 10;
  for (const VisibleLine& line : visible_lines(page)) {
    if (line.distance > kNear) break;
    std::vector<std::string> names = read_labelled_authors(line.text);
    if (!names.empty()) return names;
  }
  return {};
}

std::string section_of(const PageFacts& facts) {
  std::string section = facts.json_ld.section;
  if (section.empty()) {
    section = facts.first_meta({"article:section", "og:article:section",
                                "parsely-section", "section"});
  }
  const auto item = facts.itemprops.find("articlesection");
  const bool none = section.empty() && item != facts.itemprops.end();
  return none ? item->second : section;
}

// As declared, otherwise what the title looks like.
std::string language_of(const PageFacts& facts) {
  if (!facts.language.empty()) return facts.language;
  if (!facts.json_ld.language.empty()) return facts.json_ld.language;
  const std::string declared =
      facts.first_meta({"og:locale", "content-language", "dc:language"});
  return declared.empty() ? text::detect_language(facts.title) : declared;
}

}  // namespace

HtmlMetadata read_metadata(const Markup& page, const DocumentOrigin& origin) {
  PageFacts facts = collect_facts(page);
  HtmlMetadata metadata;
  metadata.url = url_of(facts, origin);
  metadata.source = source_of(facts, metadata.url);
  metadata.title = headline_of(facts, site_names_of(facts, metadata));
  metadata.authors = authors_of(facts);
  if (metadata.authors.empty()) metadata.authors = visible_authors(page);
  metadata.language = language_of(facts);
  metadata.section = section_of(facts);
  const std::string language = to_lower_ascii(metadata.language).substr(0, 2);
  const PressDateContext context{origin.crawled, language};
  metadata.published = published_of(page, facts, metadata.url, context);
  metadata.modified = modified_of(facts, context);
  metadata.body = std::move(facts.json_ld.body);
  return metadata;
}

}  // namespace indexer
