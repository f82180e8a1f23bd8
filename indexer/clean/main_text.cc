#include "indexer/clean/main_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "indexer/archive/header_lines.h"
#include "indexer/clean/phrases.h"
#include "indexer/clean/plain_text.h"
#include "indexer/clean/press_date.h"
#include "indexer/clean/text_blocks.h"

namespace indexer {
namespace {

// Elements that never hold the article.
constexpr auto kSideElements = std::to_array<std::string_view>(
    {"nav", "aside", "footer", "menu", "dialog", "figcaption", "address"});

// Words in `class` and `id` that name what is beside the article.
constexpr auto kSideWords = std::to_array<std::string_view>(
    {"ad",         "ads",         "advert",       "advertisement", "author",
     "banner",     "bio",         "breadcrumb",   "breadcrumbs",   "byline",
     "caption",    "carousel",    "comment",      "comments",      "consent",
     "cookie",     "cookies",     "copyright",    "credit",        "credits",
     "dateline",   "disclaimer",  "disqus",       "facebook",      "footer",
     "footnav",    "gdpr",        "login",        "masthead",      "menu",
     "meta",       "modal",       "nav",          "navbar",        "navigation",
     "newsletter", "outbrain",    "overlay",      "pager",         "pagination",
     "popular",    "popup",       "promo",        "promoted",      "recirc",
     "recommend",  "recommended", "related",      "respond",       "share",
     "sharing",    "sidebar",     "signup",       "social",        "sponsor",
     "sponsored",  "subscribe",   "subscription", "taboola",       "tags",
     "tag",        "teaser",      "teasers",      "toolbar",       "tooltip",
     "trending",   "twitter",     "widget"});

// Of these, comments are left out even where they are most of the page.
constexpr auto kCommentWords = std::to_array<std::string_view>(
    {"comment", "comments", "disqus", "respond"});

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

// `relatedNews box-2` -> related, news, box.
std::vector<std::string> split_names(std::string_view names) {
  std::vector<std::string> words;
  std::string word;
  char before = ' ';
  for (const char c : names) {
    const bool hump = is_upper(c) && is_letter(before) && !is_upper(before);
    if ((!is_letter(c) || hump) && !word.empty()) {
      words.push_back(to_lower_ascii(word));
      word.clear();
    }
    if (is_letter(c)) word.push_back(c);
    before = c;
  }
  if (!word.empty()) words.push_back(to_lower_ascii(word));
  return words;
}

template <size_t N>
bool names_one_of(const MarkupNode& node,
                  const std::array<std::string_view, N>& words) {
  for (const std::string_view key : {"class", "id", "role"}) {
    for (const std::string& word : split_names(node.attribute(key))) {
      if (std::ranges::find(words, word) != words.end()) return true;
    }
  }
  return false;
}

bool is_hidden(const MarkupNode& node) {
  const std::string_view style = node.attribute("style");
  const bool has_hidden = std::ranges::any_of(
      node.attributes, [](const auto& a) { return a.first == "hidden"; });
  return has_hidden || node.attribute("aria-hidden") == "true" ||
         style.find("display:none") != std::string_view::npos ||
         style.find("display: none") != std::string_view::npos;
}

bool is_side_element(const MarkupNode& node) {
  return std::ranges::find(kSideElements, node.name) != kSideElements.end();
}

bool is_article_body(const MarkupNode& node) {
  return to_lower_ascii(node.attribute("itemprop")) == "articlebody";
}

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

// Elements that are beside the article, unless they hold most of the prose.
std::vector<bool> find_side_parts(const Markup& page) {
  const ElementValues values = all_values(page);
  const double total = values.of(page, 0);
  std::vector<bool> side(page.size(), false);
  for (size_t i = 1; i < page.size(); ++i) {
    const MarkupNode& node = page[i];
    if (node.name.empty() || node.name == "body" || is_article_body(node)) {
      continue;
    }
    const bool small = values.of(page, i) < total * 0.4;
    const bool comments =
        names_one_of(node, kCommentWords) && values.of(page, i) < total * 0.9;
    side[i] = comments || (small && (is_side_element(node) || is_hidden(node) ||
                                     node.name == "form" ||
                                     names_one_of(node, kSideWords)));
  }
  return side;
}

// The smallest element with the highest value; the declared body of an
// article wins if it holds about as much.
size_t find_article(const Markup& page, const std::vector<TextBlock>& blocks) {
  const ElementValues values(page, blocks);
  size_t best = 0;
  std::optional<size_t> declared;
  for (size_t i = 0; i < page.size(); ++i) {
    if (page[i].name.empty()) continue;
    const double value = values.of(page, i);
    if (value >= values.of(page, best)) best = i;
    const bool better = !declared || value > values.of(page, *declared);
    if (is_article_body(page[i]) && better) declared = i;
  }
  const bool trusted =
      declared && values.of(page, *declared) > values.of(page, best) / 2;
  return trusted ? *declared : best;
}

bool is_inside(const Markup& page, const TextBlock& block, size_t element) {
  return block.node > element && block.node < page[element].end;
}

// A line that only says when or by whom the article was written.
bool is_dateline(const TextBlock& block) {
  constexpr size_t kMaxBytes = 160;
  if (block.kind == BlockKind::kHeading || block.text.size() > kMaxBytes ||
      ends_sentence(block.text)) {
    return false;
  }
  return parse_press_date(block.text, {}) || !read_byline(block.text).empty();
}

bool is_content(const TextBlock& block) {
  const bool mostly_links = block.link_bytes * 10 > block.text.size() * 7;
  const bool short_other = block.kind == BlockKind::kOther &&
                           block.text.size() < 60 && !ends_sentence(block.text);
  return !mostly_links && !short_other && !is_dateline(block) &&
         !is_phrase(block.text, Phrase::kReadMore) &&
         !begins_with_phrase(block.text, Phrase::kDisclaimer);
}

// Drops headings that no text follows, and `title`.
std::vector<std::string> paragraphs_of(std::vector<TextBlock> blocks,
                                       std::string_view title) {
  std::vector<std::string> paragraphs;
  for (size_t i = 0; i < blocks.size(); ++i) {
    const bool last = i + 1 == blocks.size();
    const bool heading = blocks[i].kind == BlockKind::kHeading;
    if (heading && (last || blocks[i + 1].kind == BlockKind::kHeading)) {
      continue;
    }
    if (blocks[i].text == title) continue;
    paragraphs.push_back(std::move(blocks[i].text));
  }
  return paragraphs;
}

}  // namespace

std::vector<std::string> find_main_text(const Markup& page,
                                        std::string_view title) {
  if (page.empty()) return {};
  std::vector<TextBlock> blocks = text_blocks(page, find_side_parts(page));
  const size_t article = find_article(page, blocks);
  std::erase_if(blocks, [&](const TextBlock& block) {
    return !is_inside(page, block, article) || !is_content(block);
  });
  const bool has_prose = std::ranges::any_of(
      blocks, [](const TextBlock& block) { return block_value(block) > 40; });
  if (!has_prose) return {};
  return paragraphs_of(std::move(blocks), title);
}

}  // namespace indexer
