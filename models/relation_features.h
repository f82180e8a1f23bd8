// What a relation classifier looks at: the pairs of mentions of a sentence
// that may be related, and the features of each.

#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "models/feature_weights.h"
#include "models/sentence.h"
#include "models/word_classes.h"
#include "text/entity.h"

namespace models {

// A mention inside one sentence.
struct MentionSpan {
  uint32_t first = 0;  // words [first, last), not empty
  uint32_t last = 0;
  text::EntityType type{};
  bool nominal = false;  // `he`, `the company`
};

// Borrows everything.
struct RelationSentence {
  Words words;
  std::span<const Node> tree;             // one a word; empty if not read
  std::span<const MentionSpan> mentions;  // by position, without overlap
};

struct MentionPair {
  uint32_t source = 0;  // indices of mentions
  uint32_t target = 0;

  bool operator==(const MentionPair&) const = default;
};

// The ordered pairs near enough, and of types that a relation of the
// classifier may join. Sentences of more than kMaxRelationWords have none, and
// of a long list only the nearest are paired: linear in the mentions.
std::vector<MentionPair> candidate_pairs(size_t words,
                                         std::span<const MentionSpan> mentions);
inline constexpr size_t kMaxRelationWords = 200;

// The features of the pairs of one sentence, which it borrows.
class RelationFeatures {
 public:
  RelationFeatures(const RelationSentence& sentence,
                   const WordClasses& classes);

  // Replaces what `features` holds, whose capacity is thus used again.
  void find(MentionPair pair, std::vector<Feature>& features) const;

 private:
  struct Word {
    uint64_t form = 0;  // hashes of the word in lower case, and of its stem
    uint64_t stem = 0;
    WordClass word_class;
  };
  struct Pair;

  bool within(const MentionSpan& mention, uint32_t word) const;
  uint32_t head_of(const MentionSpan& mention) const;
  uint64_t form_at(int64_t word) const;
  void add_mentions(Pair& pair) const;
  void add_between(Pair& pair) const;
  void add_around(Pair& pair) const;
  void add_rivals(Pair& pair) const;
  void add_path(Pair& pair) const;
  void add_governors(Pair& pair) const;
  std::vector<uint32_t> ancestors(uint32_t word) const;

  RelationSentence sentence_;
  std::vector<Word> words_;
  std::vector<int32_t> mention_at_;  // by word; -1 for none
};

}  // namespace models
