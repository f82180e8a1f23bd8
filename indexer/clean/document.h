// What a parser of documents returns.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "text/article.h"
#include "text/timestamp.h"

namespace indexer {

// What is known of a document besides its text.
struct DocumentOrigin {
  std::string url;  // empty if not known
  std::optional<text::Timestamp> crawled;
};

// The id of `article`: of its URL, or else of its source, date and title, and
// of how its text begins where it has no source, date or id of its own. That of
// a brief leaves the date out, which other pages tell otherwise or not.
text::ArticleId identify(const text::Article& article);

// The language of `article`: what it says itself where its text can be that,
// otherwise what its text looks like.
std::string language_of(const text::Article& article);

}  // namespace indexer
