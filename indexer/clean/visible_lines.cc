#include "indexer/clean/visible_lines.h"

#include <algorithm>
#include <utility>

#include "indexer/clean/text_blocks.h"

namespace indexer {
namespace {

bool is_quoted(const Markup& page, size_t node) {
  while (node != 0 && page[node].name != "blockquote") node = page[node].parent;
  return node != 0;
}

// The first block of <h1>; 0 if there is none.
size_t find_headline(const std::vector<TextBlock>& blocks) {
  const auto found = std::ranges::find(blocks, 1, &TextBlock::level);
  return found == blocks.end() ? 0
                               : static_cast<size_t>(found - blocks.begin());
}

}  // namespace

std::vector<VisibleLine> visible_lines(const Markup& page) {
  constexpr size_t kMaxBytes = 100;
  constexpr size_t kMaxLines = 200;
  std::vector<TextBlock> blocks = text_blocks(page, {});
  const size_t headline = find_headline(blocks);
  std::vector<VisibleLine> lines;
  const size_t begin = headline < kMaxLines ? 0 : headline - kMaxLines / 2;
  for (size_t i = begin; i < blocks.size() && i < begin + kMaxLines; ++i) {
    if (blocks[i].text.size() > kMaxBytes || is_quoted(page, blocks[i].node)) {
      continue;
    }
    const size_t distance = i < headline ? headline - i : i - headline;
    lines.push_back({std::move(blocks[i].text), distance});
  }
  std::ranges::stable_sort(lines, {}, &VisibleLine::distance);
  return lines;
}

}  // namespace indexer
