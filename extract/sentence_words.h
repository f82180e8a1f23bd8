// The words of a sentence as the models read them (models/sentence.h), cut
// from its tokens.

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/tokens.h"

namespace extract {

// Tokens [first, last) of the passage.
struct TokenRange {
  size_t first = 0;
  size_t last = 0;

  bool operator==(const TokenRange&) const = default;
};

// `don't` and `miner's` are two words of one token; `...` and a run of
// characters of Chinese, Japanese or Korean are one word of several tokens.
struct SentenceWords {
  std::vector<std::string_view> words;  // of the passage's text
  std::vector<TokenRange> tokens;       // of each word
  std::vector<uint32_t> first_words;    // of each token, its first word
};

SentenceWords cut_words(const Passage& passage, const Sentence& sentence);

}  // namespace extract
