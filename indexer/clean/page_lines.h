// Pages that were turned into text whole, with their menus.

#pragma once

#include <optional>
#include <string>
#include <vector>

namespace indexer {

// The lines of the article on such a page (as in WET files), the title first,
// without the menu above and the short lines between title and text and below
// the text; blank ones may be among them. The title is the line above the text
// whose words the text repeats most. Nothing if `lines` do not begin with a
// menu: four lines of one or two words, or twelve of which half are so.
std::optional<std::vector<std::string>> article_lines(
    const std::vector<std::string>& lines);

}  // namespace indexer
