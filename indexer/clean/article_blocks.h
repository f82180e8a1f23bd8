// Which blocks of the element that holds an article are its text.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/clean/text_blocks.h"

namespace indexer {

// A caption as far as it is sentences, and not who took the picture; empty if
// it has none.
std::string caption_sentences(std::string_view caption);

// True if what stands below `block` in the same element is no article:
// `Related News`, `Subscribe to continue`.
bool heads_other_text(const TextBlock& block);

// The texts of `blocks`, in order, without what only links elsewhere, asks the
// reader for something, or says when, where and by whom the article was
// published; without `title` and headings that nothing follows.
std::vector<std::string> article_paragraphs(std::vector<TextBlock> blocks,
                                            std::string_view title);

}  // namespace indexer
