// Xapian's error style ends here.

#pragma once

#include <xapian.h>

#include <string_view>
#include <utility>

#include "text/error.h"

namespace search {

// What `work` returns; a Xapian::Error in it becomes a StorageError about
// `what`.
template <typename Work>
auto guard(std::string_view what, Work&& work) {
  try {
    return std::forward<Work>(work)();
  } catch (const Xapian::Error& error) {
    throw text::StorageError(what, error.get_description());
  }
}

}  // namespace search
