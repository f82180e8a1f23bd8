#include "extract/fact_sentence.h"

namespace extract {

FactSentence::FactSentence(const MeasureBook& book, const Reading& reading,
                           size_t passage, size_t sentence)
    : book_(&book), passage_(&reading.passages[passage]) {
  const Sentence& bounds = passage_->sentences[sentence];
  const auto whole = std::span(passage_->tokens)
                         .subspan(bounds.first, bounds.last - bounds.first);
  tokens_ = split_numbers(passage_->utf8, whole);
  book.lexicon.symbols().label(tokens_);
  quantities_ = book.quantities.find(passage_->utf8, tokens_);
  at_.assign(tokens_.size(), 0);
  for (size_t q = 0; q < quantities_.size(); ++q) {
    for (size_t i = quantities_[q].first; i < quantities_[q].last; ++i) {
      at_[i] = q + 1;
    }
  }
  if (quantities_.empty()) return;
  mentions_.reserve(tokens_.size());
  size_t original = bounds.first;
  for (const Token& token : tokens_) {
    while (passage_->tokens[original].span.end < token.span.end) ++original;
    const size_t owner = reading.owner[passage][original];
    const Found* found = owner == kNoMention ? nullptr : &reading.found[owner];
    mentions_.push_back(found != nullptr && found->office ? nullptr : found);
  }
}

size_t FactSentence::mention_first(size_t i) const {
  size_t first = i;
  while (first > 0 && mentions_[first - 1] == mentions_[i]) --first;
  return first;
}

size_t FactSentence::mention_last(size_t i) const {
  size_t last = i + 1;
  while (last < size() && mentions_[last] == mentions_[i]) ++last;
  return last;
}

const KnownEntity* known_as(const Found& found, TypeSet types) {
  for (const KnownEntity* reading : found.readings) {
    if (types >> static_cast<unsigned>(reading->entity.type) & 1U) {
      return reading;
    }
  }
  return nullptr;
}

bool may_stand_for(const Found& found, TypeSet types) {
  using enum text::EntityType;
  const auto takes = [&](text::EntityType type) {
    return (types >> static_cast<unsigned>(type) & 1U) != 0;
  };
  return known_as(found, types) != nullptr ||
         (takes(kFacility) && found.implied != nullptr) ||
         (takes(kGovernment) && found.type() == kPlace);
}

}  // namespace extract
