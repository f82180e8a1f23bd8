// Whom a sentence makes the subject of a verb, by itself or by sharing.

#pragma once

#include "extract/tree_sentence.h"

namespace extract {

inline constexpr float kShared = 0.97F;  // a subject taken from the verb above
inline constexpr float kAttached = 0.96F;  // an attachment that is often wrong

struct Reached {
  Word word = kNoWord;
  float confidence = 1.0;  // less by each step that a parser gets wrong
  // Of `A and B, the owner of C,` only one is the owner.
  bool alone = false;
};

inline bool is_clause_of_noun(models::Dependency d) {
  return d == models::Dependency::kAcl || d == models::Dependency::kAclRelcl;
}

class TreeSubjects {
 public:
  // Borrows the sentence.
  explicit TreeSubjects(const TreeSentence& sentence)
      : sentence_(sentence), grammar_(sentence.knowledge().grammar()) {}

  // The subject of a verb, or of a noun or adjective after `be`: its own, or
  // that of a verb above (`X plans to buy`). Its word is kNoWord if there is
  // none.
  Reached subject_of(Word verb) const;

  // The subject that hangs on the verb itself, a relative pronoun too.
  Reached own_subject(Word verb) const;

  // The noun that a relative clause with `verb` tells more of; kNoWord if
  // there is none.
  Word antecedent(Word verb) const;

  Word object_of(Word verb) const;
  bool is_relative_word(Word word) const;

 private:
  Reached subject_above(Word verb, int depth) const;
  Reached subject_at(Word verb, int depth) const;
  Reached subject_of_complement(Word verb, int depth) const;
  Reached subject_of_noun_clause(Word verb, int depth) const;
  bool is_parted(Word a, Word b) const;
  bool is_singular(Word verb) const;
  bool has_infinitive_marker(Word verb) const;

  const TreeSentence& sentence_;
  const Grammar& grammar_;
};

}  // namespace extract
