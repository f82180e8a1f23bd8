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
      return 0;
    case BlockKind::kListItem:
    case BlockKind::kCell:
      return bytes >= 80 && sentence ? bytes * (1 - links) / 2 : -15;
    case BlockKind::kRow:
      return bytes / 4;
    case BlockKind::kOther:
      return (bytes >= 80 && sentence) ||
                     (bytes >= 50 && ends_sentence(block.text))
                 ? bytes * (1 - links)
                 : -15;
  }
  return 0;
}

// Prefix sums of block values by node, so that any element's value is one
// subtraction.
class ElementValues {
 public:
  ElementValues(const Markup& page, const std::vector<TextBlock>& blocks)
      : before_(page.size() + 1) {
    for (const TextBlock& block : blocks) {
      before_[block.node + 1] += block_value(block);
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
  std::vector<TextBlock> prose = text_blocks(page, {});
  std::erase_if(prose, [](const TextBlock& b) { return block_value(b) <= 0; });
  return {page, prose};
}

// What of the prose of a page an element must hold to stay, by its kind.
double share_to_stay(PartKind kind) {
  switch (kind) {
    case PartKind::kPlain:
      return 0;
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

// Elements that are beside the article, unless they hold most of the prose.
std::vector<bool> find_side_parts(const Markup& page) {
  const ElementValues values = all_values(page);
  const double total = values.of(page, 0);
  const std::vector<PartKind> kinds = part_kinds(page);
  const double prose = prose_without_comments(page, values, kinds);
  std::vector<bool> side(page.size(), false);
  for (size_t i = 1; i < page.size(); ++i) {
    const double whole = kinds[i] == PartKind::kBeside ? prose : total;
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
  return best;
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

// The smallest element with the highest value; what is declared to be the
// article wins if it holds a good part of that.
size_t find_article(const Markup& page, const std::vector<TextBlock>& blocks) {
  constexpr double kBodyShare = 0.5;
  constexpr double kArticleShare = 0.3;
  const ElementValues values(page, blocks);
  const size_t best = best_within(page, values, 0);
  const double value = values.of(page, best);
  const auto body = declared_body(page, values);
  if (body && values.of(page, *body) > value * kBodyShare) return *body;
  const auto article = only_article(page);
  if (!article) return best;
  const size_t within = best_within(page, values, *article);
  return values.of(page, within) > value * kArticleShare ? within : best;
}

bool is_inside(const Markup& page, const TextBlock& block, size_t element) {
  return block.node > element && block.node < page[element].end;
}

}  // namespace

std::vector<std::string> find_main_text(const Markup& page,
                                        std::string_view title) {
  if (page.empty()) return {};
  std::vector<TextBlock> blocks = text_blocks(page, find_side_parts(page));
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
