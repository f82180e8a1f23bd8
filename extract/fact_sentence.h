// One sentence as the measures see it: words, mentions and quantities.

#pragma once

#include <optional>
#include <span>
#include <vector>

#include "extract/measure_language.h"
#include "extract/reading.h"

namespace extract {

// Borrows its arguments. Indices are of its own tokens, in which numbers are
// parted from letters: `10t` is `10` and `t`.
class FactSentence {
 public:
  FactSentence(const MeasureBook& book, const Reading& reading, size_t passage,
               size_t sentence);

  size_t size() const { return tokens_.size(); }
  const Token& token(size_t i) const { return tokens_[i]; }
  std::span<const Token> from(size_t i) const {
    return std::span(tokens_).subspan(i);
  }
  // Null for a word; offices are words.
  const Found* mention(size_t i) const { return mentions_[i]; }
  // The tokens of the mention that token `i` is of.
  size_t mention_first(size_t i) const;
  size_t mention_last(size_t i) const;  // past its end

  const std::vector<Quantity>& quantities() const { return quantities_; }
  // Null if token `i` is of no quantity.
  const Quantity* quantity_at(size_t i) const {
    return at_[i] == 0 ? nullptr : &quantities_[at_[i] - 1];
  }

  bool in(SetId set, size_t i) const {
    return i < size() && book_->lexicon.contains(set, tokens_[i]);
  }
  bool is(size_t i, std::string_view folded) const {
    return i < size() && tokens_[i].folded == folded;
  }
  bool is_cjk_at(size_t i) const {
    return i < size() && is_cjk(tokens_[i].kind);
  }
  bool in_title() const { return passage_->in_title; }
  text::Span span(size_t first, size_t last) const {
    return {tokens_[first].span.begin, tokens_[last - 1].span.end};
  }

 private:
  const MeasureBook* book_;
  const Passage* passage_;
  std::vector<Token> tokens_;
  std::vector<const Found*> mentions_;  // by token
  std::vector<Quantity> quantities_;
  std::vector<size_t> at_;  // by token: index in quantities_ + 1, or 0
};

// The reading of `found` that is of `types`; null if none is.
const KnownEntity* known_as(const Found& found, TypeSet types);

// True if `found` has such a reading, or is a place that may stand for a
// facility or a government of it.
bool may_stand_for(const Found& found, TypeSet types);

}  // namespace extract
