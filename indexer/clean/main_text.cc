#include "indexer/clean/main_text.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "indexer/clean/article_blocks.h"
#include "indexer/clean/page_parts.h"
#include "indexer/clean/plain_text.h"
#include "indexer/clean/text_blocks.h"

namespace indexer {
namespace {

// How much a block speaks for (or, below zero, against) being of an article.
double block_value(const TextBlock& block) {
  const auto bytes = static_cast<double>(block.text.size());
  const double links = static_cast<double>(block.link_bytes) / bytes;
  if (links > 0.5) return -20 - bytes / 4;
  const bool sentence = ends_sentence(block.text) ||
                        block.text.find(", ") != std::string::npos ||
                        block.text.find("，") != std::string::npos;
  switch (block.kind) {
    case BlockKind::kParagraph:
      return bytes >= 80 || sentence ? bytes * (1 - links) : bytes / 4;
    case BlockKind::kHeading:
    case BlockKind::kCaption:
      return 0;
    case BlockKind::kListItem:
      if (bytes >= 80 && sentence) return bytes * (1 - links) / 2;
      return block.link_bytes > 0 ? -15 : -5;
    case BlockKind::kRow:
      return bytes / 4;
    case BlockKind::kCell:
    case BlockKind::kOther:
      return (bytes >= 80 && sentence) ||
                     (bytes >= 50 && ends_sentence(block.text))
                 ? bytes * (1 - links)
                 : -15;
  }
  return 0;
}

// The same for prose alone.
double prose_value(const TextBlock& block) {
  return std::max(0.0, block_value(block));
}

// Prefix sums of block values by node, so that any element's value is one
// subtraction.
class ElementValues {
 public:
  ElementValues(const Markup& page, const std::vector<TextBlock>& blocks,
                double (*value)(const TextBlock&))
      : before_(page.size() + 1) {
    for (const TextBlock& block : blocks) {
      before_[block.node + 1] += value(block);
    }
    for (size_t i = 1; i < before_.size(); ++i) before_[i] += before_[i - 1];
  }

  double of(const Markup& page, size_t node) const {
    return before_[page[node].end] - before_[node];
  }

 private:
  std::vector<double> before_;  // the values of all nodes before this one
};

// The bytes of prose in every subtree, from blocks of the whole page.
ElementValues all_values(const Markup& page) {
  return {page, text_blocks(page, {}), prose_value};
}

// What of the prose of a page an element must hold to stay, by its kind.
double share_to_stay(PartKind kind) {
  switch (kind) {
    case PartKind::kPlain:
      return 0;
    case PartKind::kCaption:
    case PartKind::kBeside:
      return 0.4;  // of what is no comment
    case PartKind::kHidden:
      return 0.7;
    case PartKind::kNever:
      return 0.9;
  }
  return 0;
}

// The prose that `page` has without comments and the like.
double prose_without_comments(const Markup& page, const ElementValues& values,
                              const std::vector<PartKind>& kinds) {
  const double total = values.of(page, 0);
  const double limit = total * share_to_stay(PartKind::kNever);
  double prose = total;
  for (size_t i = 1; i < page.size();) {
    const bool goes =
        kinds[i] == PartKind::kNever && values.of(page, i) < limit;
    if (goes) prose -= values.of(page, i);
    i = goes ? page[i].end : i + 1;
  }
  return prose;
}

// Of the sentences in the captions of `page`.
size_t caption_bytes(const Markup& page, const std::vector<PartKind>& kinds) {
  size_t bytes = 0;
  for (size_t i = 1; i < page.size();) {
    const bool caption = kinds[i] == PartKind::kCaption;
    if (caption) bytes += caption_sentences(text_of(page, i)).size();
    i = caption ? page[i].end : i + 1;
  }
  return bytes;
}

// True for a caption and the <figure> that it is of.
bool is_captioned(const Markup& page, size_t node,
                  const std::vector<PartKind>& kinds) {
  return kinds[node] == PartKind::kCaption ||
         (kinds[node] == PartKind::kBeside && page[node].name == "figure");
}

// Elements that are beside the article, unless they hold most of the prose.
std::vector<bool> find_side_parts(const Markup& page) {
  const ElementValues values = all_values(page);
  const double total = values.of(page, 0);
  const std::vector<PartKind> kinds = part_kinds(page);
  const double prose = prose_without_comments(page, values, kinds);
  const bool told_by_captions =
      static_cast<double>(caption_bytes(page, kinds)) > prose;
  std::vector<bool> side(page.size(), false);
  for (size_t i = 1; i < page.size(); ++i) {
    if (told_by_captions && is_captioned(page, i, kinds)) continue;
    const bool hidden = kinds[i] > PartKind::kBeside;
    const double whole = hidden ? total : prose;
    side[i] = values.of(page, i) < whole * share_to_stay(kinds[i]);
  }
  return side;
}

// The smallest element of the highest value within `whole`.
size_t best_within(const Markup& page, const ElementValues& values,
                   size_t whole) {
  size_t best = whole;
  for (size_t i = whole; i < page[whole].end; ++i) {
    if (page[i].name.empty()) continue;
    if (values.of(page, i) >= values.of(page, best)) best = i;
  }
  // Paragraphs are not alone.
  const size_t parent = page[best].parent;
  const bool alone = best != whole && page[best].name == "p" &&
                     values.of(page, parent) > values.of(page, best) / 2;
  return alone ? parent : best;
}

// The declared body of the highest value; nothing if there is none.
std::optional<size_t> declared_body(const Markup& page,
                                    const ElementValues& values) {
  std::optional<size_t> body;
  for (size_t i = 0; i < page.size(); ++i) {
    if (!declares_article(page[i])) continue;
    if (!body || values.of(page, i) > values.of(page, *body)) body = i;
  }
  return body;
}

bool has_heading(const Markup& page, size_t element) {
  size_t i = element;
  while (i < page[element].end && page[i].name != "h1") ++i;
  return i < page[element].end;
}

// The smallest element with the highest value; what is declared to be the
// article wins if it holds a good part of that.
size_t find_article(const Markup& page, const std::vector<TextBlock>& blocks) {
  constexpr double kBodyShare = 0.5;
  constexpr double kArticleShare = 0.3;
  constexpr double kHeadedShare = 0.15;
  const ElementValues values(page, blocks, block_value);
  const size_t best = best_within(page, values, 0);
  const double value = values.of(page, best);
  const auto body = declared_body(page, values);
  if (body && values.of(page, *body) > value * kBodyShare) return *body;
  const auto article = only_article(page);
  if (!article) return best;
  const size_t within = best_within(page, values, *article);
  const double share =
      has_heading(page, *article) ? kHeadedShare : kArticleShare;
  return values.of(page, within) > value * share ? within : best;
}

// The element that `blocks[i]` is the first block of, but for elements that
// hold nothing else; nothing if it holds an <h1>, as an article does.
std::optional<size_t> headed_by(const Markup& page,
                                const std::vector<TextBlock>& blocks,
                                size_t i) {
  const size_t last = i + 1 < blocks.size() ? blocks[i + 1].node : page.size();
  size_t element = blocks[i].owner;
  while (element != 0 && page[element].end <= last) {
    element = page[element].parent;
  }
  const bool first = i == 0 || blocks[i - 1].node < element;
  if (element == 0 || !first || has_heading(page, element)) return {};
  return element;
}

// Drops what stands in elements that begin with `Related News`, `Subscribe to
// continue` and the like, unless that is nearly all.
void drop_headed_parts(const Markup& page, std::vector<TextBlock>& blocks) {
  constexpr double kShare = 0.7;
  const ElementValues values(page, blocks, prose_value);
  size_t dropped_end = 0;
  std::vector<bool> drops(blocks.size());
  for (size_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].node >= dropped_end && heads_other_text(blocks[i])) {
      const auto part = headed_by(page, blocks, i);
      const bool small =
          part && values.of(page, *part) < values.of(page, 0) * kShare;
      if (small) dropped_end = page[*part].end;
    }
    drops[i] = blocks[i].node < dropped_end;
  }
  size_t next = 0;
  std::erase_if(blocks, [&](const TextBlock&) { return drops[next++]; });
}

bool is_inside(const Markup& page, const TextBlock& block, size_t element) {
  return block.node > element && block.node < page[element].end;
}

}  // namespace

std::vector<std::string> find_main_text(const Markup& page,
                                        std::string_view title) {
  if (page.empty()) return {};
  std::vector<TextBlock> blocks = text_blocks(page, find_side_parts(page));
  drop_headed_parts(page, blocks);
  const size_t article = find_article(page, blocks);
  std::erase_if(blocks, [&](const TextBlock& block) {
    return !is_inside(page, block, article);
  });
  const bool has_prose = std::ranges::any_of(
      blocks, [](const TextBlock& block) { return block_value(block) > 40; });
  if (!has_prose) return {};
  return article_paragraphs(std::move(blocks), title);
}

}  // namespace indexer
