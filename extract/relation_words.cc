#include "extract/relation_words.h"

#include <algorithm>

namespace extract {

RelationWords::RelationWords(const Reading& reading, size_t passage,
                             size_t sentence)
    : first_token_(reading.passages[passage].sentences[sentence].first) {
  const Passage& text = reading.passages[passage];
  const size_t last = text.sentences[sentence].last;
  for (size_t i = first_token_; i < last; ++i) add_token(text, i);
  for (size_t i = first_token_; i < last;) {
    const size_t owner = reading.owner[passage][i];
    if (owner == kNoMention) {
      ++i;
      continue;
    }
    const Found& found = reading.found[owner];
    const size_t end = std::min(found.last, last);
    if (!found.office) {
      spans_.push_back({word_of_[i - first_token_],
                        word_of_[end - 1 - first_token_] + 1, found.type(),
                        found.nominal});
      found_.push_back(&found);
    }
    i = end;
  }
}

void RelationWords::add_token(const Passage& passage, size_t token) {
  const Token& read = passage.tokens[token];
  word_of_.push_back(static_cast<uint32_t>(words_.size()));
  words_.push_back(text::slice(passage.utf8, read.span));
  tokens_.push_back(token);
  if (!read.possessive) return;
  words_.push_back("'s");
  tokens_.push_back(token);
}

void RelationWords::read_tree(const SentenceTree& tree) {
  tree_.clear();
  if (tree.nodes.empty()) return;
  for (uint32_t word = 0; word < words_.size(); ++word) {
    const size_t token = tokens_[word] - first_token_;
    if (word != word_of_[token]) {
      tree_.push_back({word_of_[token], models::Dependency::kCase});
      continue;
    }
    const models::Node& node = tree.nodes[token];
    const bool is_root = node.head == models::kNoHead;
    tree_.push_back(
        {is_root ? models::kNoHead : word_of_[node.head], node.dependency});
  }
}

models::RelationSentence RelationWords::view() const {
  return {words_, tree_, spans_};
}

}  // namespace extract
