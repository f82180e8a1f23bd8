// One cleaned text with its title, url and date.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/article_id.h"
#include "text/timestamp.h"

namespace text {

// A brief is a teaser or a one-paragraph news flash.
enum class ArticleKind : uint8_t { kArticle, kBrief };

std::string_view to_string(ArticleKind kind);
std::optional<ArticleKind> parse_article_kind(std::string_view name);

// All strings are well-formed UTF-8 without NUL. Empty or absent is unknown.
struct Article {
  ArticleId id{};
  std::string external_id;  // the id that the input line carried
  std::string url;
  std::string title;
  std::string body;  // paragraphs, separated by one empty line
  std::optional<Timestamp> published;
  std::optional<Timestamp> modified = {};
  std::string source;
  std::vector<std::string> authors;
  std::string language;      // ISO 639-1
  std::string section = {};  // of the paper, as it calls it: `Business`
  ArticleKind kind = ArticleKind::kArticle;
  std::string archive;  // the file that it came from
  uint64_t record = 0;  // the record in that file, from 1; 0 if it is the file
};

}  // namespace text
