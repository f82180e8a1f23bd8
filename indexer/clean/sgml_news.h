// One story of a collection of news in SGML.

#pragma once

#include <string_view>

#include "text/article.h"

namespace indexer {

// Of a `<DOC>` (TREC, Gigaword) or `<REUTERS>` element. Title, text, date and
// authors stand in elements of several names; the number of the document is the
// external id. Without id, language and archive.
text::Article parse_sgml_news(std::string_view utf8);

}  // namespace indexer
