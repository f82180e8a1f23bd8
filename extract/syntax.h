// The syntax of one sentence: tags and dependency tree, told in tokens.
//
// The models read words (models/sentence.h): `don't` is two of them, `Corp.`
// has its full stop, `miner's` is `miner` and `'s`. SentenceSyntax cuts them,
// asks the models and tells the answer of each token; what an ending adds is
// folded into its token.

#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "extract/sentence_words.h"
#include "extract/tokens.h"
#include "models/dependency_parser.h"
#include "models/name_tagger.h"
#include "models/penn_tag.h"
#include "models/pos_tagger.h"
#include "models/word_classes.h"

namespace extract {

// Immutable: any number of threads may use it.
class SyntaxModels {
 public:
  // Loads `folder`/tagger.bin and `folder`/parser.bin. Borrows `classes`.
  // Throws InputError if they are no models.
  SyntaxModels(const std::filesystem::path& folder,
               const models::WordClasses& classes);

  const models::PosTagger& tagger() const { return tagger_; }
  const models::DependencyParser& parser() const { return parser_; }

 private:
  models::PosTagger tagger_;
  models::DependencyParser parser_;
};

inline constexpr size_t kNoToken = static_cast<size_t>(-1);

// The second word of a token: `'s` of `it's`, `n't` of `don't`.
struct Ending {
  models::WordTag tag;
  models::Dependency dependency{};
  size_t head = kNoToken;  // a token, may be its own
};

// Tokens are named by their index in the passage and must be of the sentence.
//
// Cheap to construct. Tags are read when first asked for, the tree when first
// asked for (some 10 microseconds a word), so for one thread at a time only.
// Borrows the models and the passage. A sentence that is mostly Chinese,
// Japanese or Korean has no tree: all its tokens are roots, tagged kX.
class SentenceSyntax {
 public:
  SentenceSyntax(const SyntaxModels& models, const Passage& passage,
                 const Sentence& sentence);

  bool has_tree() const { return has_tree_; }

  models::Tag tag(size_t token) const { return word_tag(token).tag; }
  models::PennTag penn_tag(size_t token) const { return word_tag(token).penn; }
  models::WordTag word_tag(size_t token) const;

  // kNoToken for the root.
  size_t head(size_t token) const;
  models::Dependency dependency(size_t token) const;
  // The tokens whose head this is, in order.
  std::span<const size_t> children(size_t token) const;
  // From the first to the last token at or below this one. May enclose tokens
  // that are not below it, where branches cross.
  TokenRange subtree(size_t token) const;
  // The ending of the token, if it has one.
  std::optional<Ending> ending(size_t token) const;
  // kNoToken without a tree.
  size_t root() const;

  // Words and tags as models::NameTagger reads them. Lives as long as this.
  const models::TaggedSentence& tagged() const;
  // The tokens of words [first, last) of tagged().
  TokenRange tokens_of(size_t first_word, size_t last_word) const;

 private:
  struct Place {  // of a token in the tree
    size_t head = kNoToken;
    models::Dependency dependency = models::Dependency::kRoot;
    uint32_t children_begin = 0;  // in children_
    uint32_t children_end = 0;
    TokenRange subtree;
  };

  void read_tags() const;
  void read_tree() const;
  void place_tokens() const;
  void list_children() const;
  void measure_subtrees() const;
  const Place& place(size_t token) const;
  // The first word of a token.
  size_t word_of(size_t token) const;
  size_t token_of(uint32_t word) const;

  const SyntaxModels* models_;
  const Passage* passage_;
  const Sentence* sentence_;
  bool has_tree_ = true;
  mutable bool has_tags_ = false;
  mutable bool has_places_ = false;
  mutable SentenceWords words_;
  mutable models::TaggedSentence tagged_;
  mutable std::vector<models::WordTag> tags_;
  mutable models::Tree tree_;          // of words
  mutable std::vector<Place> places_;  // one a token of the sentence
  mutable std::vector<size_t> children_;
  mutable size_t root_ = kNoToken;
};

}  // namespace extract
