// Pieces of text that are almost what was typed, in scripts without spaces.

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "search/ranked_texts.h"
#include "search/suggestions.h"

namespace search {

// Characters left out, too many, another, or swapped with the next.
uint32_t count_mistakes(std::u32string_view one, std::u32string_view other);

// The mistakes that are looked past in so many characters, where each says more
// than a letter: none below three, one below eight, else two.
uint32_t cjk_mistakes_allowed(size_t characters);

// The code points of text::fold(), and none past 64.
std::u32string folded_characters(std::string_view utf8);

// Looks where pairs of neighbours of the typed text stand, and at what stands
// around them.
class NearTexts {
 public:
  explicit NearTexts(std::string_view typed);

  void look_in(const RankedTexts& texts);

  // Of the same length first, then the most often found.
  std::vector<TextGuess> guesses() const;

 private:
  void look_around(std::u32string_view text, size_t begin);

  std::u32string typed_;
  uint32_t allowed_ = 0;
  std::map<std::u32string, uint32_t> found_;
};

}  // namespace search
