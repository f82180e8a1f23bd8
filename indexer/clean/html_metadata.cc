#include "indexer/clean/html_metadata.h"

#include <algorithm>
#include <utility>

#include "indexer/archive/header_lines.h"
#include "indexer/clean/page_facts.h"
#include "indexer/clean/phrases.h"
#include "indexer/clean/plain_text.h"
#include "indexer/clean/press_date.h"
#include "indexer/clean/text_blocks.h"
#include "text/fold.h"

namespace indexer {
namespace {

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
  for (const std::string& url :
       {facts.canonical, facts.first_meta({"og:url"}), facts.json_ld.url}) {
    if (!host_of(url).empty() && !is_home_page(url)) return url;
  }
  return origin.url;
}

size_t count_words(std::string_view text) {
  return static_cast<size_t>(std::ranges::count(text, ' ')) + 1;
}

// `Zinc rises - The Paper` without the name of the paper, which is `site` or,
// behind a mark with spaces, `short_tail` long at most.
std::string without_site(const std::string& title, const std::string& site,
                         size_t short_tail) {
  for (const std::string_view mark :
       {" | ", " - ", " – ", " — ", " :: ", " · ", " » ", "_", "-"}) {
    const size_t at = title.rfind(mark);
    if (at == std::string::npos || at == 0) continue;
    const std::string head = title.substr(0, at);
    const std::string tail = title.substr(at + mark.size());
    const bool is_site = !site.empty() && text::slug(tail) == text::slug(site);
    const bool spaced = mark.front() == ' ' && tail.size() * 2 < at &&
                        count_words(tail) <= short_tail;
    const bool bar = mark == " | " && tail.size() * 2 < at;
    if (is_site || bar || (spaced && count_words(head) > 3)) {
      return collapse_space(head);
    }
  }
  return title;
}

// The title that <title> has, without the name of the paper.
std::string title_element(const PageFacts& facts, const std::string& site) {
  constexpr size_t kSiteWords = 3;
  return without_site(facts.title, site, kSiteWords);
}

bool is_cut(std::string_view title) {
  return title.ends_with("…") || title.ends_with("...");
}

// Of headline and name in JSON-LD the one that <title> begins with.
std::string json_ld_title(const PageFacts& facts) {
  const std::string& headline = facts.json_ld.headline;
  const std::string& name = facts.json_ld.name;
  const bool is_name = !name.empty() && facts.title.starts_with(name) &&
                       !facts.title.starts_with(headline);
  std::string title = is_name || headline.empty() ? name : headline;
  return is_cut(title) ? std::string() : title;
}

std::string stated_title(const PageFacts& facts, const std::string& site) {
  std::string title = json_ld_title(facts);
  if (title.empty()) {
    title = facts.first_meta({"dc:title", "dcterms:title", "og:title",
                              "weibo:article:title", "title", "twitter:title",
                              "parsely-title", "sailthru:title", "headline"});
  }
  const bool escaped = title.find('&') != std::string::npos;
  if (escaped) title = html_to_text(title);
  return without_site(title, site, 0);
}

std::string title_of(const PageFacts& facts, const std::string& site) {
  std::string title = stated_title(facts, site);
  if (title.empty()) title = title_element(facts, site);
  for (const std::string& heading : facts.headings) {
    // A heading that the title repeats is the title without additions.
    const bool fits = heading.size() > 10 && title.starts_with(heading);
    if (fits || title.empty()) return heading;
  }
  return title;
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
std::vector<std::string> clean_names(std::vector<std::string> names) {
  for (std::string& name : names) {
    const std::vector<std::string> read = read_byline(name);
    if (read.size() == 1) name = read.front();
    if (!host_of(name).empty()) name.clear();
  }
  std::erase(names, "");
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
    names = read_names(line);
    if (!names.empty()) break;
  }
  return names;
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

std::string language_of(const PageFacts& facts) {
  if (!facts.language.empty()) return facts.language;
  if (!facts.json_ld.language.empty()) return facts.json_ld.language;
  return facts.first_meta({"og:locale", "content-language", "dc:language"});
}

// `2025/12/16`, `2025-12-16` or `20251216` between other parts of an address.
std::string date_in_url(std::string_view url) {
  const auto is_digit = [&](size_t i) {
    return i < url.size() && url[i] >= '0' && url[i] <= '9';
  };
  const auto are_digits = [&](size_t at, size_t count) {
    size_t i = at;
    while (i < at + count && is_digit(i)) ++i;
    return i == at + count;
  };
  for (size_t i = 1; i + 8 <= url.size(); ++i) {
    const bool begins = url[i - 1] == '/' || url[i - 1] == '-';
    const bool year =
        url.substr(i).starts_with("19") || url.substr(i).starts_with("20");
    if (!begins || !year || !are_digits(i, 4)) continue;
    const char mark = url[i + 4];
    const bool marked = mark == '/' || mark == '-';
    const size_t month = i + 4 + (marked ? 1 : 0);
    const size_t day = month + 2 + (marked ? 1 : 0);
    if (!are_digits(month, 2) || !are_digits(day, 2) || is_digit(day + 2) ||
        (marked && url[month + 2] != mark)) {
      continue;
    }
    return std::string(url.substr(i, 4)) + "-" +
           std::string(url.substr(month, 2)) + "-" +
           std::string(url.substr(day, 2));
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

using Texts = std::vector<std::string>;

// The first of `texts` that is a date, unless it is later than the crawl.
std::optional<text::Timestamp> first_date(const Texts& texts,
                                          const PressDateContext& context) {
  constexpr int64_t kDay = 24 * 60 * 60;
  for (const std::string& one : texts) {
    const auto date = parse_press_date(one, context);
    const bool late = date && context.crawled &&
                      static_cast<int64_t>(*date) >
                          static_cast<int64_t>(*context.crawled) + kDay;
    if (date && !late) return date;
  }
  return {};
}

void add_meta(const PageFacts& facts, std::string_view name, Texts& texts) {
  const auto found = facts.meta.find(name);
  if (found != facts.meta.end()) texts.push_back(found->second);
}

void add_itemprop(const PageFacts& facts, std::string_view name, Texts& texts) {
  const auto found = facts.itemprops.find(name);
  if (found != facts.itemprops.end()) texts.push_back(found->second);
}

std::optional<text::Timestamp> published_of(const Markup& page,
                                            const PageFacts& facts,
                                            const std::string& url,
                                            const PressDateContext& context) {
  Texts stated = {facts.json_ld.published};
  for (const std::string_view name : {"article:published_time",
                                      "og:published_time",
                                      "og:article:published_time",
                                      "datepublished",
                                      "dc:date:issued",
                                      "dcterms:issued",
                                      "dc:date",
                                      "dcterms:date",
                                      "dcterms:created",
                                      "dc:created",
                                      "pubdate",
                                      "publishdate",
                                      "publish_date",
                                      "publish-date",
                                      "published_date",
                                      "date_published",
                                      "publication_date",
                                      "article:published",
                                      "parsely-pub-date",
                                      "sailthru:date",
                                      "cxenseparse:recs:publishtime",
                                      "article_date_original",
                                      "originalpublicationdate",
                                      "ptime",
                                      "date"}) {
    add_meta(facts, name, stated);
  }
  add_itemprop(facts, "datepublished", stated);
  stated.insert(stated.end(), facts.times.begin(), facts.times.end());
  if (const auto date = first_date(stated, context)) return date;
  if (const auto date = first_date(visible_dates(page), context)) return date;
  return first_date({date_in_url(url)}, context);
}

std::optional<text::Timestamp> modified_of(const PageFacts& facts,
                                           const PressDateContext& context) {
  Texts stated = {facts.json_ld.modified};
  for (const std::string_view name :
       {"article:modified_time", "og:updated_time", "og:modified_time",
        "datemodified", "dcterms:modified", "dc:date:modified", "lastmod",
        "last-modified", "revised"}) {
    add_meta(facts, name, stated);
  }
  add_itemprop(facts, "datemodified", stated);
  return first_date(stated, context);
}

}  // namespace

HtmlMetadata read_metadata(const Markup& page, const DocumentOrigin& origin) {
  PageFacts facts = collect_facts(page);
  HtmlMetadata metadata;
  metadata.url = url_of(facts, origin);
  metadata.source = source_of(facts, metadata.url);
  metadata.title = title_of(facts, metadata.source);
  metadata.authors = authors_of(facts);
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
