// The text of a page in blocks: what stands between two line breaks.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/clean/markup.h"

namespace indexer {

enum class BlockKind : uint8_t {
  kParagraph,  // <p>, <blockquote>, <pre>, <dd>
  kHeading,    // <h1> to <h6>
  kListItem,
  kCaption,  // <figcaption>
  kCell,     // of a table that lays out a page
  kRow,      // of a table of data, its cells parted by ` | `
  kOther,    // text straight in a <div> or the like
};

struct TextBlock {
  size_t node = 0;   // the first text node of it
  size_t owner = 0;  // the innermost block element around it
  BlockKind kind{};
  int level = 0;          // of a heading, 1 to 6
  std::string text;       // white space collapsed; never empty
  size_t link_bytes = 0;  // of text inside links
};

// True if a browser begins a new line for the element `name`.
bool is_block_element(std::string_view name);

// In the order of the document; without scripts, styles and the inside of
// elements where `dropped` is true (one for each node, or empty).
std::vector<TextBlock> text_blocks(const Markup& markup,
                                   const std::vector<bool>& dropped);

// The paragraphs of an HTML fragment, all but those that are one link.
std::string html_to_text(std::string_view html);

}  // namespace indexer
