// What a page says of itself: title, date, source, authors, address.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/clean/document.h"
#include "indexer/clean/markup.h"

namespace indexer {

// Empty or absent is not stated.
struct HtmlMetadata {
  std::string title;
  std::string url;
  std::optional<text::Timestamp> published;
  std::optional<text::Timestamp> modified;
  std::string source;
  std::vector<std::string> authors;
  std::string language;  // as declared
  std::string section;
  std::string body;  // of JSON-LD
};

// JSON-LD goes before meta tags, these before <time>, headings and <title>.
HtmlMetadata read_metadata(const Markup& page, const DocumentOrigin& origin);

}  // namespace indexer
