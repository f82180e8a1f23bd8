// The short lines that a page shows around its headline.

#pragma once

#include <string>
#include <vector>

#include "indexer/clean/markup.h"

namespace indexer {

struct VisibleLine {
  std::string text;
  size_t distance = 0;  // in blocks of text, from the first <h1>
};

// At most 200, the nearest to the first <h1> first, without quotations; in the
// order of the page if it has none.
std::vector<VisibleLine> visible_lines(const Markup& page);

}  // namespace indexer
