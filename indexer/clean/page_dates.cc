#include "indexer/clean/page_dates.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "indexer/clean/phrases.h"
#include "indexer/clean/visible_lines.h"

namespace indexer {
namespace {

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

using Texts = std::vector<std::string>;

// The lines around the headline, first those that say they are dates.
Texts visible_dates(const Markup& page) {
  Texts labelled;
  Texts bare;
  for (VisibleLine& line : visible_lines(page)) {
    const bool says = begins_with_phrase(line.text, Phrase::kPublished);
    (says ? labelled : bare).push_back(std::move(line.text));
  }
  std::ranges::move(bare, std::back_inserter(labelled));
  return labelled;
}

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

}  // namespace

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

std::optional<text::Timestamp> date_in_dateline(
    std::string_view body, const PressDateContext& context) {
  constexpr size_t kMaxBytes = 120;
  const std::string_view start = body.substr(0, kMaxBytes);
  for (const std::string_view mark : {" --", " —", " –", " - ", "电", "讯"}) {
    const size_t end = start.find(mark);
    if (end == std::string_view::npos) continue;
    const auto date = parse_press_date(start.substr(0, end), context);
    if (date) return date;
  }
  return {};
}

}  // namespace indexer
