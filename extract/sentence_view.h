// One sentence of a reading: its tokens and the mentions that they are of.

#pragma once

#include <algorithm>
#include <span>

#include "extract/reading.h"

namespace extract {

// Borrows the reading; valid until its mentions are next arranged.
class SentenceView {
 public:
  SentenceView(const Reading& reading, size_t passage, size_t sentence)
      : reading_(&reading),
        passage_(passage),
        tokens_(&reading.passages[passage].tokens),
        sentence_(&reading.passages[passage].sentences[sentence]) {}

  size_t first() const { return sentence_->first; }
  size_t last() const { return sentence_->last; }
  const Token& token(size_t i) const { return (*tokens_)[i]; }
  std::span<const Token> from(size_t i) const {
    return std::span(*tokens_).subspan(i, last() - i);
  }
  // Null for a word.
  const Found* mention_at(size_t i) const {
    const size_t owner = reading_->owner[passage_][i];
    return owner == kNoMention ? nullptr : &reading_->found[owner];
  }
  // Where what a word at `i` may look back to begins: no real sentence is
  // longer, and one without end is still read in linear time.
  size_t begin_before(size_t i) const {
    constexpr size_t kReach = 200;
    return std::max(first(), i > kReach ? i - kReach : 0);
  }

 private:
  const Reading* reading_;
  size_t passage_;
  const std::vector<Token>* tokens_;
  const Sentence* sentence_;
};

}  // namespace extract
