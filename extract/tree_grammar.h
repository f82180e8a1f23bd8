// Who does what to whom: the words that stand to a predicate in a function,
// however the sentence is built.

#pragma once

#include <vector>

#include "extract/tree_language.h"
#include "extract/tree_sentence.h"

namespace extract {

// A word that a pattern begins at.
struct Predicate {
  Word word = 0;
  uint8_t forms = 0;  // what it may be of its verb; 0 for a noun
  Word end = 0;       // past its phrase

  bool is_verb() const { return forms != 0; }
};

struct Reached {
  Word word = kNoWord;
  float confidence = 1.0;  // less by each step that a parser gets wrong
  // Of `A and B, the owner of C,` only one is the owner.
  bool alone = false;
};

class TreeGrammar {
 public:
  // Borrows the sentence.
  explicit TreeGrammar(const TreeSentence& sentence)
      : sentence_(sentence),
        grammar_(sentence.knowledge().grammar()),
        words_(sentence.knowledge().rules().tree_words) {}

  // The words to which the steps of `path` lead, without the lists that they
  // begin.
  std::vector<Reached> reach(const Predicate& predicate,
                             const TreePath& path) const;

  // Whom the sentence makes the subject of a verb, or of a noun or adjective
  // after `be`: by itself, or as that of a verb above (`X plans to buy`). Its
  // word is kNoWord if there is none.
  Reached subject_of(Word verb) const;

  bool is_passive(const Predicate& predicate) const;

  // The noun that a relative clause with `verb` tells more of; kNoWord if
  // there is none.
  Word antecedent(Word verb) const;

 private:
  std::vector<Reached> step(const Predicate& predicate, const TreeStep& step,
                            bool first) const;
  std::vector<Reached> with_lists(const std::vector<Reached>& heads,
                                  const TreeStep& step) const;
  void add_subjects(const Predicate& predicate,
                    std::vector<Reached>& reached) const;
  void add_objects(const Predicate& predicate,
                   std::vector<Reached>& reached) const;
  void add_noun_subjects(Word noun, std::vector<Reached>& reached) const;
  void add_holders(Word noun, std::vector<Reached>& reached) const;
  void add_named_holders(Word noun, std::vector<Reached>& reached) const;
  void add_children(Word word, models::Dependency dependency,
                    std::vector<Reached>& reached) const;
  void add_modifiers(Word noun, models::Dependency dependency,
                     std::vector<Reached>& reached) const;
  void add_prepositional(const Predicate& predicate,
                         std::span<const uint32_t> prepositions,
                         std::vector<Reached>& reached) const;
  void add_led(Word head, Word after, std::span<const uint32_t> prepositions,
               std::vector<Reached>& reached) const;
  Reached own_subject(Word verb) const;
  Reached subject_above(Word verb, int depth) const;
  Reached subject_at(Word verb, int depth) const;
  Reached subject_of_noun_clause(Word verb, int depth) const;
  bool is_parted(Word a, Word b) const;
  bool is_singular(Word verb) const;
  Word named_by(Word verb, Word post) const;
  Word object_of(Word verb) const;
  Word relative_object(Word verb) const;
  bool is_relative_word(Word word) const;
  bool has_infinitive_marker(Word verb) const;

  const TreeSentence& sentence_;
  const Grammar& grammar_;
  const TreeWords& words_;
};

}  // namespace extract
