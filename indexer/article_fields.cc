#include "indexer/article_fields.h"

#include <algorithm>
#include <array>

namespace indexer {
namespace {

using Name = std::string_view;

constexpr std::array<Name, 7> kTitles = {
    "title",     "headline",   "webtitle",       "articletitle",
    "newstitle", "storytitle", "articleheadline"};
constexpr std::array<Name, 16> kBodies = {
    "body",           "text",        "content",     "articlebody",
    "maintext",       "articletext", "bodytext",    "fulltext",
    "articlecontent", "contenttext", "contenthtml", "plaintext",
    "contents",       "storytext",   "bodyhtml",    "html"};
constexpr std::array<Name, 8> kSummaries = {
    "summary",       "description", "abstract", "excerpt",
    "leadparagraph", "snippet",     "teaser",   "lead"};
constexpr std::array<Name, 7> kUrls = {
    "url",       "link",         "weburl",   "articleurl",
    "permalink", "canonicalurl", "sourceurl"};
constexpr std::array<Name, 20> kDates = {
    "published",     "publishedat",        "dategmt",
    "date",          "datepublished",      "pubdate",
    "datetime",      "publishdate",        "publicationdate",
    "datepublish",   "publishedon",        "webpublicationdate",
    "publishedtime", "publishedtimestamp", "publishtime",
    "isodate",       "articledate",        "createdat",
    "timestamp",     "publisheddate"};
constexpr std::array<Name, 9> kModified = {
    "modified",     "modifiedat",  "updated",    "updatedat", "datemodified",
    "modifiedtime", "lastupdated", "modifydate", "updatedate"};
constexpr std::array<Name, 12> kSources = {
    "source",       "publisher",   "sourcename", "outlet",
    "sitename",     "publication", "newspaper",  "website",
    "sourcedomain", "hostname",    "domain",     "journal"};
constexpr std::array<Name, 6> kAuthors = {"authors", "author",    "byline",
                                          "creator", "dccreator", "writer"};
constexpr std::array<Name, 3> kLanguages = {"language", "lang", "inlanguage"};
constexpr std::array<Name, 3> kSections = {"section", "articlesection",
                                           "sectionname"};
constexpr std::array<Name, 7> kWrappers = {
    "_source", "fields", "article", "doc", "data", "attributes", "item"};

}  // namespace

std::span<const std::string_view> wrapper_names() { return kWrappers; }

bool is_wrapper(std::string_view name) {
  return std::ranges::find(kWrappers, name) != kWrappers.end();
}

std::span<const std::string_view> field_names(ArticleField field) {
  switch (field) {
    case ArticleField::kTitle:
      return kTitles;
    case ArticleField::kBody:
      return kBodies;
    case ArticleField::kSummary:
      return kSummaries;
    case ArticleField::kUrl:
      return kUrls;
    case ArticleField::kPublished:
      return kDates;
    case ArticleField::kModified:
      return kModified;
    case ArticleField::kSource:
      return kSources;
    case ArticleField::kAuthors:
      return kAuthors;
    case ArticleField::kLanguage:
      return kLanguages;
    case ArticleField::kSection:
      return kSections;
  }
  return {};
}

std::string normal_field_name(std::string_view name) {
  std::string normal;
  for (const char c : name) {
    if (c >= 'A' && c <= 'Z') {
      normal += static_cast<char>(c - 'A' + 'a');
    } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c < 0) {
      normal += c;
    }
  }
  return normal;
}

bool is_field(std::string_view name, ArticleField field) {
  const std::string normal = normal_field_name(name);
  return std::ranges::find(field_names(field), std::string_view(normal)) !=
         field_names(field).end();
}

}  // namespace indexer
