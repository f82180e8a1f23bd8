// Which part of a page is the article.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/clean/markup.h"

namespace indexer {

// The paragraphs of the article on a page, without navigation, captions,
// comments, share buttons and teasers, and without `title`. Empty if the page
// has no article.
std::vector<std::string> find_main_text(const Markup& page,
                                        std::string_view title);

}  // namespace indexer
