// The texts of news in XML: NITF, XHTML or plain text within an element.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/clean/markup.h"

namespace indexer {

// `name` without its prefix: `p` of `xhtml:p`.
std::string_view local_name(std::string_view name);

// The paragraphs, list items, crossheads and rows of tables inside `node`, in
// order, without pictures and their captions. The second of two longer ones
// that are the same, as a lead that is repeated, is left out.
std::vector<std::string> news_paragraphs(const Markup& markup, size_t node);

// The paragraphs of a plain text that was wrapped: parted by empty lines or
// begun by an indentation; or by the line, where lines are too long to be
// wrapped.
std::vector<std::string> plain_news_paragraphs(std::string_view utf8);

}  // namespace indexer
