// RSS 2.0, RDF and Atom feeds.

#pragma once

#include <string_view>
#include <vector>

#include "indexer/clean/document.h"

namespace indexer {

// One article for each item, in order, without id and archive; an item whose
// text is one paragraph is a brief. Items without title and text are empty.
std::vector<text::Article> parse_feed(std::string_view utf8);

}  // namespace indexer
