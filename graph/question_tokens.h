// A question as its grammar reads it: words, one by one.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace graph {

// One word of an alphabet, one number, one Chinese, Japanese or Korean
// character, or the `'s` at the end of a word.
struct QuestionToken {
  std::string folded;  // as text::fold_name() does
  text::Span span;     // bytes of the question
};

// Tokens that follow each other, folded.
using Phrase = std::vector<std::string>;

// Punctuation is no token; where it parts words, they are parted.
std::vector<QuestionToken> split_question(std::string_view question);

// The same for words of the language, where `'s` may stand alone.
Phrase split_phrase(std::string_view words);

}  // namespace graph
