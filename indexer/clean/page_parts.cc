#include "indexer/clean/page_parts.h"

#include <algorithm>
#include <array>

#include "indexer/archive/header_lines.h"
#include "indexer/clean/text_blocks.h"

namespace indexer {
namespace {

using namespace std::string_view_literals;

// Elements that never hold the article.
constexpr auto kSideElements =
    std::to_array({"address"sv, "aside"sv, "dialog"sv, "footer"sv, "form"sv,
                   "menu"sv, "nav"sv, "search"sv});

// Words in `class`, `id` and `role` that name what is beside the article.
constexpr auto kSideWords = std::to_array<std::string_view>(
    {"ad",         "addthis",  "addtoany",   "ads",       "author",
     "banner",     "bio",      "byline",     "caption",   "carousel",
     "copyright",  "credit",   "credits",    "dateline",  "disclaimer",
     "footnav",    "login",    "masthead",   "menu",      "meta",
     "nav",        "navbar",   "navigation", "overlay",   "pager",
     "pagination", "popular",  "popup",      "promo",     "recirc",
     "share",      "sharebar", "sharedaddy", "sharethis", "signup",
     "tag",        "tags",     "toolbar",    "tooltip"});

// What longer such words begin with: `relatedposts`, `subscribe`.
constexpr auto kSideStems = std::to_array<std::string_view>(
    {"advert", "breadcrumb", "footer", "newsletter", "outbrain", "promot",
     "recommend", "related", "sharing", "sidebar", "sponsor", "subscri",
     "taboola", "teaser", "trending", "widget"});

// Words that name what is not the article, however long it is.
constexpr auto kNeverWords = std::to_array<std::string_view>(
    {"cmp",      "comentarios", "comment",   "commentaires", "commenti",
     "comments", "consent",     "cookie",    "cookies",      "discussion",
     "disqus",   "gdpr",        "kommentar", "kommentare",   "modal",
     "onetrust", "pinglun",     "replies",   "reply",        "respond"});
static_assert(std::ranges::is_sorted(kSideWords));
static_assert(std::ranges::is_sorted(kNeverWords));

// Words that say of an article what it has or allows: `has-comments`.
constexpr auto kStateWords = std::to_array<std::string_view>(
    {"allowed", "closed", "disabled", "enabled", "free", "has", "no", "open",
     "required", "with", "without"});
static_assert(std::ranges::is_sorted(kStateWords));

// Words that name sharing, but in what an article quotes from elsewhere.
constexpr auto kSocialWords =
    std::to_array<std::string_view>({"facebook", "social", "twitter"});
constexpr auto kEmbedWords =
    std::to_array<std::string_view>({"embed", "embedded"});

// Words that name what a page shows only to screen readers.
constexpr auto kUnseenClasses = std::to_array<std::string_view>(
    {"screen-reader-text", "sr-only", "visually-hidden", "visuallyhidden"});

// Words that name what opens over a word of a text.
constexpr auto kPopupWords = std::to_array<std::string_view>(
    {"hovercard", "popover", "popup", "rollover", "tooltip"});

template <size_t N>
bool is_one_of(std::string_view name,
               const std::array<std::string_view, N>& names) {
  return std::ranges::binary_search(names, name);
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

// True if `accepts` takes a word of `names`, in lower case: `relatedNews box-2`
// -> related, news, box.
template <typename Accepts>
bool any_word(std::string_view names, Accepts accepts) {
  std::array<char, 16> word{};  // No word that is asked for is longer.
  size_t size = 0;
  char before = ' ';
  for (const char c : names) {
    const bool hump = is_upper(c) && is_letter(before) && !is_upper(before);
    if ((!is_letter(c) || hump) && size > 0) {
      if (size <= word.size() && accepts({word.data(), size})) return true;
      size = 0;
    }
    if (is_letter(c)) {
      if (size < word.size()) word[size] = static_cast<char>(c | 0x20);
      ++size;
    }
    before = c;
  }
  return size > 0 && size <= word.size() && accepts({word.data(), size});
}

// True if `accepts` takes a word of the names of `node`.
template <typename Accepts>
bool any_name(const MarkupNode& node, Accepts accepts) {
  return std::ranges::any_of(node.attributes, [&](const auto& attribute) {
    const auto& [key, value] = attribute;
    return (key == "class" || key == "id" || key == "role") &&
           any_word(value, accepts);
  });
}

template <size_t N>
bool names_one_of(const MarkupNode& node,
                  const std::array<std::string_view, N>& words) {
  return any_name(
      node, [&](std::string_view word) { return is_one_of(word, words); });
}

bool names_something_beside(const MarkupNode& node) {
  return any_name(node, [](std::string_view word) {
    return is_one_of(word, kSideWords) ||
           std::ranges::any_of(kSideStems, [&](std::string_view stem) {
             return word.starts_with(stem);
           });
  });
}

bool has_class(const MarkupNode& node, std::string_view name) {
  std::string_view rest = node.attribute("class");
  while (!rest.empty()) {
    const size_t space = rest.find(' ');
    if (rest.substr(0, space) == name) return true;
    if (space == std::string_view::npos) break;
    rest.remove_prefix(space + 1);
  }
  return false;
}

// True if `style` sets `property` to `value`, whatever the spaces.
bool sets(std::string_view style, std::string_view property,
          std::string_view value) {
  const size_t at = style.find(property);
  if (at == std::string_view::npos) return false;
  std::string_view rest = trim_ascii(style.substr(at + property.size()));
  if (!rest.starts_with(':')) return false;
  return trim_ascii(rest.substr(1)).starts_with(value);
}

bool is_hidden(const MarkupNode& node) {
  const bool has_hidden = std::ranges::any_of(
      node.attributes, [](const auto& a) { return a.first == "hidden"; });
  const std::string_view style = node.attribute("style");
  return has_hidden || node.attribute("aria-hidden") == "true" ||
         sets(style, "display", "none") ||
         sets(style, "visibility", "hidden") ||
         std::ranges::any_of(kUnseenClasses, [&](std::string_view name) {
           return has_class(node, name);
         });
}

// True if the element at `i` stands right behind a word of the same text, as no
// word does.
bool is_glued(const Markup& page, size_t i) {
  const size_t parent = page[i].parent;
  size_t before = i - 1;
  while (before > parent && page[before].text.empty()) --before;
  if (before <= parent || !is_letter(page[before].text.back())) return false;
  size_t neighbour = before;
  while (page[neighbour].parent != parent) neighbour = page[neighbour].parent;
  return !is_block_element(page[neighbour].name) &&
         !is_block_element(page[i].name);
}

bool holds_headline(const Markup& page, size_t i) {
  for (size_t inside = i + 1; inside < page[i].end; ++inside) {
    if (page[inside].name == "h1") return true;
  }
  return false;
}

// True if its names are those of what is never the article.
bool is_never_article(const Markup& page, size_t i) {
  return names_one_of(page[i], kNeverWords) &&
         !names_one_of(page[i], kStateWords) && !holds_headline(page, i);
}

bool is_text_beside(const Markup& page, size_t neighbour, size_t parent) {
  return neighbour < page.size() && page[neighbour].parent == parent &&
         page[neighbour].text.find_first_not_of(" \t\r\n") != std::string::npos;
}

// True if text stands right before or behind the element at `i`.
bool is_within_text(const Markup& page, size_t i) {
  const size_t parent = page[i].parent;
  return is_text_beside(page, i - 1, parent) ||
         is_text_beside(page, page[i].end, parent);
}

// A quotation is content even where it is called `twitter`, and a link within
// a sentence where it is called `tag`.
bool may_be_beside(const Markup& page, size_t i) {
  static constexpr auto kContent =
      std::to_array({"blockquote"sv, "body"sv, "html"sv, "main"sv});
  return !is_one_of(page[i].name, kContent) &&
         (is_block_element(page[i].name) || !is_within_text(page, i));
}

// True if `node` repeats a sentence of the article in larger letters.
bool is_pull_quote(const MarkupNode& node) {
  const auto has = [&](std::string_view name) {
    return any_name(node, [&](std::string_view word) { return word == name; });
  };
  return has("pullquote") || (has("pull") && has("quote"));
}

PartKind kind_of(const Markup& page, size_t i) {
  const MarkupNode& node = page[i];
  if (is_hidden(node)) return PartKind::kHidden;
  if (names_one_of(node, kPopupWords) && is_glued(page, i)) {
    return PartKind::kNever;
  }
  if (is_pull_quote(node)) return PartKind::kBeside;
  if (node.name == "figcaption") return PartKind::kCaption;
  if (!may_be_beside(page, i)) return PartKind::kPlain;
  if (is_never_article(page, i)) return PartKind::kNever;
  const bool beside =
      is_one_of(node.name, kSideElements) || names_something_beside(node) ||
      (names_one_of(node, kSocialWords) && !names_one_of(node, kEmbedWords));
  return beside ? PartKind::kBeside : PartKind::kPlain;
}

}  // namespace

std::optional<size_t> only_article(const Markup& page) {
  std::optional<size_t> first;
  std::optional<size_t> headed;
  size_t count = 0;
  size_t headed_count = 0;
  size_t last = 0;  // the <article> that began last
  for (size_t i = 0; i < page.size(); ++i) {
    if (page[i].name == "article") {
      if (++count == 1) first = i;
      last = i;
    } else if (count > 0 && page[i].name == "h1" && i < page[last].end &&
               headed != last) {
      ++headed_count;
      headed = last;
    }
  }
  if (count == 1) return first;
  return headed_count == 1 ? headed : std::nullopt;
}

std::vector<PartKind> part_kinds(const Markup& page) {
  std::vector<PartKind> kinds(page.size(), PartKind::kPlain);
  for (size_t i = 1; i < page.size(); ++i) {
    const MarkupNode& node = page[i];
    const bool told = !node.name.empty() && !node.attributes.empty();
    const bool side =
        is_one_of(node.name, kSideElements) || node.name == "figcaption";
    if ((told || side) && !declares_article(node)) kinds[i] = kind_of(page, i);
  }
  const auto article = only_article(page);
  for (size_t i = article.value_or(0); i > 0; i = page[i].parent) {
    kinds[i] = PartKind::kPlain;
  }
  return kinds;
}

bool is_called_byline(const MarkupNode& node) {
  static constexpr auto kWords =
      std::to_array({"auteur"sv, "author"sv, "authors"sv, "autor"sv, "byline"sv,
                     "firma"sv, "reporter"sv, "signature"sv, "writer"sv});
  return node.name != "body" && node.name != "article" &&
         names_one_of(node, kWords);
}

bool is_called_comments(const MarkupNode& node) {
  static constexpr auto kWords =
      std::to_array({"comment"sv, "comments"sv, "discussion"sv, "disqus"sv,
                     "replies"sv, "reply"sv});
  return node.name != "body" && node.name != "html" && node.name != "article" &&
         names_one_of(node, kWords);
}

bool declares_article(const MarkupNode& node) {
  return to_lower_ascii(node.attribute("itemprop")) == "articlebody";
}

}  // namespace indexer
