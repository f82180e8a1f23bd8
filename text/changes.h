// What one version of a text says and another one does not.

#pragma once

#include <string_view>
#include <vector>

#include "text/span.h"

namespace text {

struct Changes {
  std::vector<Span> added;    // sentences of the later text, in order
  std::vector<Span> removed;  // sentences of the earlier one, in order
};

// Compares UTF-8 texts sentence by sentence; those with the same words, folded,
// are the same wherever they stand, each as often as it stands in either text.
Changes find_changes(std::string_view earlier, std::string_view later);

}  // namespace text
