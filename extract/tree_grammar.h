// Who does what to whom: the words that stand to a predicate in a function,
// however the sentence is built.

#pragma once

#include <vector>

#include "extract/tree_language.h"
#include "extract/tree_sentence.h"
#include "extract/tree_subjects.h"

namespace extract {

// A word that a pattern begins at.
struct Predicate {
  Word word = 0;
  uint8_t forms = 0;  // what it may be of its verb; 0 for a noun
  Word end = 0;       // past its phrase

  bool is_verb() const { return forms != 0; }
};

class TreeGrammar {
 public:
  // Borrows the sentence.
  explicit TreeGrammar(const TreeSentence& sentence)
      : sentence_(sentence),
        subjects_(sentence),
        words_(sentence.knowledge().rules().tree_words) {}

  // The words to which the steps of `path` lead, without the lists that they
  // begin.
  std::vector<Reached> reach(const Predicate& predicate,
                             const TreePath& path) const;

  Reached subject_of(Word verb) const { return subjects_.subject_of(verb); }

  bool is_passive(const Predicate& predicate) const;

  Word antecedent(Word verb) const { return subjects_.antecedent(verb); }

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
  void add_own_objects(const Predicate& predicate,
                       std::vector<Reached>& reached) const;
  void add_listed_holders(Word noun, std::vector<Reached>& reached) const;
  void add_holders(Word noun, std::vector<Reached>& reached) const;
  void add_apposed_holder(Word noun, std::vector<Reached>& reached) const;
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
  Word named_by(Word verb, Word post) const;
  Word relative_object(Word verb) const;

  const TreeSentence& sentence_;
  TreeSubjects subjects_;
  const TreeWords& words_;
};

}  // namespace extract
