// Phrases that an archive says often: two to four words that stand side by side
// more often than chance has it, and also alone between words that say little.

#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace search {

struct Phrase {
  std::string text;    // as it was first written
  uint32_t count = 0;  // of the texts it is in

  bool operator==(const Phrase&) const = default;
};

// Hands every text to what it is given, each time in the same order.
using ForEachText =
    std::function<void(const std::function<void(std::string_view)>&)>;

// At most `limit`, most frequent first. Goes through the texts twice, so that
// what is surely rare takes no memory.
std::vector<Phrase> find_phrases(const ForEachText& texts, size_t limit);

}  // namespace search
