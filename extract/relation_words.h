// A sentence of a reading as the relation classifier reads it.

#pragma once

#include <string_view>
#include <vector>

#include "extract/reading.h"
#include "extract/tree_sentence.h"
#include "models/relation_features.h"

namespace extract {

// Words are tokens, and `'s` where one is possessive. Borrows the reading,
// which must be arranged; valid until it is arranged again.
class RelationWords {
 public:
  RelationWords(const Reading& reading, size_t passage, size_t sentence);

  // Reads the tree of the sentence, without which view() has none. An empty
  // one is none.
  void read_tree(const SentenceTree& tree);

  // Borrows this.
  models::RelationSentence view() const;

  // By the index of a mention of view().
  const Found& found(uint32_t mention) const { return *found_[mention]; }
  const models::MentionSpan& span(uint32_t mention) const {
    return spans_[mention];
  }
  // The token of a word, `'s` being of its owner's.
  size_t token(uint32_t word) const { return tokens_[word]; }
  size_t size() const { return words_.size(); }

 private:
  void add_token(const Passage& passage, size_t token);

  size_t first_token_;
  std::vector<std::string_view> words_;
  std::vector<size_t> tokens_;       // by word
  std::vector<uint32_t> word_of_;    // by token of the sentence
  std::vector<const Found*> found_;  // by mention
  std::vector<models::MentionSpan> spans_;
  models::Tree tree_;
};

}  // namespace extract
