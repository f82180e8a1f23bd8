// What the elements of a page say of themselves: names, hiding, role.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "indexer/clean/markup.h"

namespace indexer {

// What an element is, as its name, `class`, `id`, `role` and attributes tell;
// in the order of how much of a page it may hold without being its article.
enum class PartKind : uint8_t {
  kPlain,  // they do not tell
  kCaption,
  kBeside,  // navigation, teasers, sharing
  kHidden,
  kNever,  // comments, cookie notes, dialogs, popups glued to a word
};

// The only <article> of `page`, or the only one of several that has an <h1>
// straight in it; nothing if it has none.
std::optional<size_t> only_article(const Markup& page);

// The kind of each node of `page`; what holds the only <article> is kPlain.
std::vector<PartKind> part_kinds(const Markup& page);

// True if the element is called the line that says who wrote the article.
bool is_called_byline(const MarkupNode& node);

// True if the element is called the comments of readers.
bool is_called_comments(const MarkupNode& node);

// True if the element declares that it is the article or its body.
bool declares_article(const MarkupNode& node);

}  // namespace indexer
