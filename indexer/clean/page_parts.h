// What the elements of a page say of themselves: names, hiding, role.

#pragma once

#include <vector>

#include "indexer/clean/markup.h"

namespace indexer {

// What an element is besides the article, as its name, `class`, `id`, `role`
// and attributes tell.
enum class PartKind : uint8_t {
  kPlain,   // they do not tell
  kBeside,  // navigation, teasers, sharing; left out unless it is most of the
            // page
  kNever,   // comments, cookie notes, popups glued to a word: left out anyway
};

// The kind of each node of `page`.
std::vector<PartKind> part_kinds(const Markup& page);

// True if the element declares that it is the article or its body.
bool declares_article(const MarkupNode& node);

}  // namespace indexer
