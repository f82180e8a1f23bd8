// One sentence as a dependency tree whose mentions are single words.

#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "extract/knowledge.h"
#include "extract/reading.h"
#include "extract/syntax.h"
#include "models/sentence.h"

namespace extract {

// An index into the tokens of the sentence.
using Word = uint32_t;
inline constexpr Word kNoWord = models::kNoHead;

// The tree of a sentence, one tag and one node a token; heads are indices
// into the sentence. Empty where there is none.
struct SentenceTree {
  std::vector<models::Tag> tags;
  std::vector<models::Node> nodes;
};

// That of `sentence`, as `syntax` reads it.
SentenceTree tree_of(const SentenceSyntax& syntax, const Sentence& sentence);

class TreeSentence {
 public:
  // Borrows its arguments. `tree` has a tag and a node for each token of the
  // sentence.
  TreeSentence(const Knowledge& knowledge, const Reading& reading,
               size_t passage, size_t sentence, SentenceTree tree);

  size_t size() const { return tags_.size(); }
  const Token& token(Word word) const { return tokens_[word]; }
  std::span<const Token> tokens() const { return tokens_; }
  std::span<const Token> from(Word word) const { return tokens_.subspan(word); }
  models::Tag tag(Word word) const { return tags_[word]; }
  models::Dependency dependency(Word word) const {
    return nodes_[word].dependency;
  }
  // What the other words of a mention depend on is its one word.
  Word head(Word word) const { return nodes_[word].head; }
  // By position, without the other words of mentions.
  std::span<const Word> children(Word word) const {
    return std::span(children_).subspan(
        first_child_[word], first_child_[word + 1] - first_child_[word]);
  }
  // The mention that this is the word of; null for a plain word, and for the
  // other words of a mention.
  const Found* mention(Word word) const { return mentions_[word]; }
  // True of a mention's other words.
  bool is_inner(Word word) const { return inner_[word]; }
  // `Nyrstar's`, `its`
  bool is_possessive(Word word) const;
  // The first token after a mention, or after the word.
  Word end_of(Word word) const;

  bool in(SetId set, Word word) const {
    return mention(word) == nullptr && !is_inner(word) &&
           knowledge_->in(set, token(word));
  }
  // True if a phrase of `set` has `word` as its last word, or begins there.
  bool is_of(SetId set, Word word) const;
  // The first child by this dependency; kNoWord if there is none.
  Word child(Word word, models::Dependency dependency) const;
  // True if a preposition of `prepositions` leads `word`; that of the first
  // of a list leads all.
  bool has_case(Word word, std::span<const uint32_t> prepositions) const;
  bool is_verb(Word word) const {
    return tag(word) == models::Tag::kVerb || tag(word) == models::Tag::kAux;
  }
  // True if `word` is below `top`, or is it.
  bool is_below(Word word, Word top) const;

  const Knowledge& knowledge() const { return *knowledge_; }

 private:
  void merge_mentions(const Reading& reading, size_t passage);
  Word head_of_span(Word first, Word last) const;
  void list_children();

  const Knowledge* knowledge_;
  std::span<const Token> tokens_;
  size_t first_ = 0;  // of the sentence in its passage
  std::vector<models::Tag> tags_;
  std::vector<models::Node> nodes_;
  std::vector<const Found*> mentions_;
  std::vector<bool> inner_;
  std::vector<uint32_t> first_child_;
  std::vector<Word> children_;
};

}  // namespace extract
