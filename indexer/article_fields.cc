#include "indexer/article_fields.h"

#include <algorithm>
#include <array>

namespace indexer {
namespace {

using Name = std::string_view;

// In the languages of the press as well, as its people name their columns.
constexpr auto kTitles = std::to_array<Name>(
    {"title",     "headline",    "webtitle",        "articletitle",
     "newstitle", "storytitle",  "articleheadline", "headlines",
     "titel",     "schlagzeile", "Überschrift",     "überschrift",
     "titre",     "titulo",      "título",          "标题",
     "標題",      "제목",        "タイトル",        "見出し"});
constexpr auto kBodies = std::to_array<Name>(
    {"body",        "text",           "content",     "articlebody",
     "maintext",    "articletext",    "bodytext",    "fulltext",
     "rawtext",     "articlecontent", "contenttext", "contenthtml",
     "textcontent", "plaintext",      "contents",    "storytext",
     "bodyhtml",    "html",           "rawhtml",     "htmlcontent",
     "pagesource",  "responsebody",   "paragraphs",  "newstext",
     "selftext",    "article",        "inhalt",      "contenu",
     "texte",       "contenido",      "texto",       "正文",
     "内容",        "內容",           "본문",        "내용",
     "本文"});
constexpr auto kSummaries = std::to_array<Name>(
    {"summary", "description", "abstract", "excerpt", "leadparagraph",
     "snippet", "teaser", "lead", "shortdescription", "highlights", "trailtext",
     "standfirst", "dek", "摘要", "요약", "要約"});
constexpr auto kUrls =
    std::to_array<Name>({"url", "link", "weburl", "articleurl", "permalink",
                         "canonicalurl", "sourceurl", "链接", "링크"});
constexpr auto kDates = std::to_array<Name>({"published",
                                             "publishedat",
                                             "dategmt",
                                             "datetimepub",
                                             "datetime",
                                             "date",
                                             "datepublished",
                                             "pubdate",
                                             "publishdate",
                                             "publicationdate",
                                             "datepublish",
                                             "publishedon",
                                             "webpublicationdate",
                                             "publishedtime",
                                             "publishedtimestamp",
                                             "publishtime",
                                             "publisheddate",
                                             "isodate",
                                             "articledate",
                                             "postdate",
                                             "seendate",
                                             "firstcreated",
                                             "createdat",
                                             "createdutc",
                                             "timestamp",
                                             "datum",
                                             "fecha",
                                             "日期",
                                             "发布时间",
                                             "날짜",
                                             "作成日",
                                             "日付"});
constexpr auto kModified =
    std::to_array<Name>({"modified", "modifiedat", "updated", "updatedat",
                         "datemodified", "modifiedtime", "lastupdated",
                         "modifydate", "updatedate", "versioncreated"});
constexpr auto kSources = std::to_array<Name>(
    {"source", "publisher", "sourcename", "outlet", "sitename", "publication",
     "newspaper", "website", "sourcehostname", "sourcedomain", "hostname",
     "domain", "journal", "quelle", "fuente", "来源", "來源", "출처"});
constexpr auto kAuthors = std::to_array<Name>(
    {"authors", "author", "byline", "creator", "dccreator", "writer", "autor",
     "autoren", "auteur", "作者", "저자", "著者"});
constexpr auto kLanguages =
    std::to_array<Name>({"language", "lang", "inlanguage"});
constexpr auto kSections =
    std::to_array<Name>({"section", "articlesection", "sectionname"});
constexpr auto kWrappers =
    std::to_array<Name>({"_source", "fields", "article", "doc", "data",
                         "attributes", "item", "row", "metadata", "meta"});

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
