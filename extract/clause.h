// One sentence as the rules see it: words and mentions in a row.

#pragma once

#include <functional>
#include <span>
#include <vector>

#include "extract/knowledge.h"
#include "extract/reading.h"

namespace extract {

struct Item {
  size_t first = 0;  // tokens [first, last) of the passage
  size_t last = 0;
  const Found* mention = nullptr;  // null for a word
};

class Clause {
 public:
  // Borrows its arguments. Sentences past kMaxItems are read up to there.
  Clause(const Knowledge& knowledge, const Reading& reading, size_t passage,
         size_t sentence);
  static constexpr size_t kMaxItems = 400;
  // True if the sentence has more than kMaxItems tokens.
  bool is_cut() const { return sentence_->last - sentence_->first > kMaxItems; }

  size_t size() const { return items_.size(); }
  const Item& item(size_t i) const { return items_[i]; }
  const Found* mention(size_t i) const { return items_[i].mention; }
  const Token& token(size_t i) const {
    return passage_->tokens[items_[i].first];
  }
  bool is_word(size_t i, const char* folded) const {
    return i < size() && mention(i) == nullptr && token(i).folded == folded;
  }
  bool in(SetId set, size_t i) const {
    return i < size() && mention(i) == nullptr && knowledge_->in(set, token(i));
  }
  // Tokens from item `i` to the next mention: what words may match.
  std::span<const Token> words_from(size_t i) const;
  // Tokens from item `i` to the end of the sentence.
  std::span<const Token> tokens_from(size_t i) const;
  const Lexicon::Sets& sets() const { return sets_; }
  bool is_possessive(size_t i) const;

  // The first mention at or after `at` that `is_wanted`, past determiners,
  // adjectives, possessors and commodities; size() if there is none.
  size_t find_object(size_t at, size_t reach,
                     const std::function<bool(size_t)>& is_wanted) const;
  // True if the noun phrase that ends with mention `i` ends there.
  bool ends_phrase(size_t i) const;
  // The preposition whose object mention `i` is; size() if it is none's.
  // `including` and `such as` count as none: `traders including Glencore sold`.
  size_t preposition_of(size_t i) const;
  bool stands_free(size_t i) const { return preposition_of(i) == size(); }
  bool in_title() const { return passage_->in_title; }
  // True if the list `Vale's refinery and Glencore's smelter`, which passes
  // items [first, last) to its next member, is of two owners.
  bool passes_owner(size_t first, size_t last) const;
  // True if a verb group may begin at `at`: `A says B is wrong`.
  bool opens_clause(size_t at) const;
  // True if mention `i` is the subject of its own verb: in `ramps up Kipushi,
  // and Antamina in Peru expects`, Antamina joins no list.
  bool begins_clause(size_t i) const;
  // True if the verb at `at` has one subject: `operates`, `has also run`.
  bool is_singular(size_t at) const;
  // True if only possessors are named before mention `i`, near the beginning.
  bool begins_sentence(size_t i) const;
  // Past `(KFM)`.
  size_t skip_brackets(size_t at) const;
  // Past `in Portugal`, `(DRC)`, `, Tennessee` after a mention, and `of China`
  // after a company.
  size_t skip_attachments(size_t at) const;
  // Past `, which operates the Seokpo smelter,` and `, based in Phoenix,
  // Arizona,`.
  size_t skip_insertion(size_t at) const;
  // Past `,`, `and`, `, and`, `、`; `at` itself if there is none.
  size_t skip_coordinator(size_t at) const;

 private:
  const Knowledge* knowledge_;
  const Passage* passage_;
  const Sentence* sentence_;
  std::vector<Item> items_;
  Lexicon::Sets sets_;
};

// The reading of `found` that is of `types`; null if none is.
const KnownEntity* reading_of(const Found& found, TypeSet types);

}  // namespace extract
