// What a file that begins with a tag is, told from its root element.

#pragma once

#include <string>
#include <string_view>

#include "indexer/archive/kind.h"

namespace indexer {

// The name of the root element, as it is written and without its prefix, behind
// declarations, comments and the document type; empty if `text` does not show
// one.
std::string_view root_element(std::string_view text);

// Of `text`, which begins with `<` and is no graph: kHtml, kFeed, kNewsXml,
// kSgmlNews, kOtherXml or kText.
Kind markup_kind(std::string_view text);

// Why XML that begins with `text` is not read.
std::string unknown_xml(std::string_view text);

}  // namespace indexer
