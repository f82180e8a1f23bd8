#include "extract/tree_grammar.h"

#include <algorithm>
#include <array>

namespace extract {
namespace {

using models::Dependency;
using models::Tag;

constexpr int kMaxDepth = 6;
constexpr Word kReach = 40;  // words between predicate and argument

bool is_phrase(Dependency d) {
  return d == Dependency::kObl || d == Dependency::kNmod ||
         d == Dependency::kOblAgent;
}

bool is_copular(const TreeSentence& sentence, Word word) {
  return sentence.child(word, Dependency::kCop) != kNoWord;
}

}  // namespace

std::vector<Reached> TreeGrammar::reach(const Predicate& predicate,
                                        const TreePath& path) const {
  std::vector<Reached> at = step(predicate, path.steps.front(), true);
  for (size_t i = 1; i < path.steps.size(); ++i) {
    std::vector<Reached> next;
    for (const Reached& r : with_lists(at, path.steps[i - 1])) {
      const Predicate noun{r.word, 0, r.word + 1};
      auto found = step(noun, path.steps[i], false);
      // `signed a deal last week with X`: what follows the noun may have been
      // attached to the verb.
      if (found.empty() && i == 1 && r.word > predicate.word) {
        add_led(predicate.word, r.word, path.steps[i].prepositions, found);
        for (Reached& f : found) f.confidence *= kAttached;
      }
      for (Reached& f : found) {
        next.push_back({f.word, f.confidence * r.confidence, f.alone});
      }
    }
    at = std::move(next);
  }
  return at;
}

// `38.5% of A and 40% of B`
std::vector<Reached> TreeGrammar::with_lists(const std::vector<Reached>& heads,
                                             const TreeStep& step) const {
  std::vector<Reached> all;
  for (const Reached& head : heads) {
    all.push_back(head);
    for (const Word c : sentence_.children(head.word)) {
      const bool listed = sentence_.dependency(c) == Dependency::kConj &&
                          c > head.word && step.words &&
                          sentence_.is_of(*step.words, c);
      if (listed) all.push_back({c, head.confidence, head.alone});
    }
  }
  return all;
}

std::vector<Reached> TreeGrammar::step(const Predicate& predicate,
                                       const TreeStep& step, bool first) const {
  std::vector<Reached> reached;
  const Word word = predicate.word;
  if (step.has(Function::kSubject)) add_subjects(predicate, reached);
  if (step.has(Function::kObject)) add_objects(predicate, reached);
  if (step.has(Function::kPossessor)) {
    add_modifiers(word, Dependency::kNmodPoss, reached);
  }
  if (step.has(Function::kHolder)) add_holders(word, reached);
  if (step.has(Function::kPreposition)) {
    if (first) {
      add_prepositional(predicate, step.prepositions, reached);
    } else {
      add_led(word, word, step.prepositions, reached);
    }
  }
  if (step.has(Function::kModifier) && reached.empty()) {
    add_modifiers(word, Dependency::kCompound, reached);
  }
  std::erase_if(reached, [&](const Reached& r) {
    const Word distance = r.word > word ? r.word - word : word - r.word;
    return r.word == kNoWord || r.word == word || distance > kReach ||
           (step.words && !sentence_.is_of(*step.words, r.word));
  });
  return reached;
}

void TreeGrammar::add_subjects(const Predicate& predicate,
                               std::vector<Reached>& reached) const {
  if (!predicate.is_verb()) return add_noun_subjects(predicate.word, reached);
  if (!is_passive(predicate)) {
    const Reached subject = subjects_.subject_of(predicate.word);
    // An active verb follows its subject.
    if (subject.word < predicate.word) reached.push_back(subject);
    return;
  }
  const std::array<uint32_t, 1> by = {
      sentence_.knowledge().lexicon().symbols().find("by")};
  add_led(predicate.word, predicate.word, by, reached);
}

// `X's purchase of Y`, `the purchase of Y by X`, `X completed the purchase`.
void TreeGrammar::add_noun_subjects(Word noun,
                                    std::vector<Reached>& reached) const {
  const size_t before = reached.size();
  add_modifiers(noun, Dependency::kNmodPoss, reached);
  const std::array<uint32_t, 1> by = {
      sentence_.knowledge().lexicon().symbols().find("by")};
  add_led(noun, noun, by, reached);
  if (reached.size() > before) return;
  const Word verb = sentence_.head(noun);
  const bool object = sentence_.dependency(noun) == Dependency::kObj;
  if (!object || !sentence_.is_of(words_.light, verb)) return;
  Reached subject = subjects_.subject_of(verb);
  subject.confidence *= kShared;
  if (subject.word < verb) reached.push_back(subject);
}

void TreeGrammar::add_objects(const Predicate& predicate,
                              std::vector<Reached>& reached) const {
  const Word word = predicate.word;
  if (!predicate.is_verb()) {
    const std::array<uint32_t, 1> of = {
        sentence_.knowledge().lexicon().symbols().find("of")};
    return add_led(word, word, of, reached);
  }
  if (is_passive(predicate)) {
    reached.push_back(subjects_.subject_of(word));
    return;
  }
  const Word object = subjects_.object_of(word);
  if (object != kNoWord && !subjects_.is_relative_word(object)) {
    if (object > word) reached.push_back({object, 1.0F});
    return;
  }
  const Word relative = relative_object(word);
  if (relative != kNoWord) reached.push_back({relative, kAttached, true});
  add_own_objects(predicate, reached);
}

void TreeGrammar::add_own_objects(const Predicate& predicate,
                                  std::vector<Reached>& reached) const {
  const Word word = predicate.word;
  // `took control of X`: the preposition is the phrase's own.
  for (const Word inner : sentence_.children(word)) {
    if (inner <= word || inner >= predicate.end) continue;
    for (const Word c : sentence_.children(inner)) {
      if (c >= predicate.end) reached.push_back({c, 1.0F});
    }
  }
  // `mines and refines zinc`
  for (const Word c : sentence_.children(word)) {
    const bool second = sentence_.dependency(c) == Dependency::kConj &&
                        c > word && c - word <= 3 && sentence_.is_verb(c);
    if (second && subjects_.object_of(c) > c) {
      reached.push_back({subjects_.object_of(c), kShared});
    }
  }
}

// `the smelter which X built`, `which X plans to build`.
Word TreeGrammar::relative_object(Word verb) const {
  Word top = verb;
  for (int depth = 0; depth < kMaxDepth; ++depth) {
    const Reached own = subjects_.own_subject(top);
    if (own.word != kNoWord) {
      const bool gap = !subjects_.is_relative_word(own.word) &&
                       is_clause_of_noun(sentence_.dependency(top));
      return gap ? sentence_.head(top) : kNoWord;
    }
    if (sentence_.dependency(top) != Dependency::kXcomp) return kNoWord;
    top = sentence_.head(top);
  }
  return kNoWord;
}

bool TreeGrammar::is_passive(const Predicate& predicate) const {
  if ((predicate.forms & kParticiple) == 0) return false;
  const Word word = predicate.word;
  bool auxiliary = false;
  for (const Word c : sentence_.children(word)) {
    const Dependency d = sentence_.dependency(c);
    if (d == Dependency::kAuxPass || d == Dependency::kNsubjPass) return true;
    auxiliary |= d == Dependency::kAux || d == Dependency::kNsubj;
  }
  if (is_copular(sentence_, word)) return true;  // `is headquartered`
  if (auxiliary) return false;
  const Dependency d = sentence_.dependency(word);
  if (d == Dependency::kConj && sentence_.head(word) < word) {
    // `was built and operated`
    const Word above = sentence_.head(word);
    return sentence_.child(above, Dependency::kAuxPass) != kNoWord ||
           (is_clause_of_noun(sentence_.dependency(above)) &&
            sentence_.child(above, Dependency::kAux) == kNoWord &&
            subjects_.own_subject(above).word == kNoWord);
  }
  return (is_clause_of_noun(d) || d == Dependency::kAdvcl ||
          d == Dependency::kXcomp || d == Dependency::kAmod) &&
         subjects_.object_of(word) == kNoWord;
}

void TreeGrammar::add_children(Word word, Dependency dependency,
                               std::vector<Reached>& reached) const {
  for (const Word c : sentence_.children(word)) {
    if (sentence_.dependency(c) == dependency) reached.push_back({c, 1.0F});
  }
}

// Of `Nyrstar chief executive Guido Janssen` the parts modify the last noun.
void TreeGrammar::add_modifiers(Word noun, Dependency dependency,
                                std::vector<Reached>& reached) const {
  const size_t before = reached.size();
  add_children(noun, dependency, reached);
  if (reached.size() > before) return;
  const Dependency d = sentence_.dependency(noun);
  const Word head = sentence_.head(noun);
  const bool modifies = (d == Dependency::kCompound || d == Dependency::kNmod ||
                         d == Dependency::kAmod) &&
                        head != kNoWord && head > noun && head - noun <= 4;
  if (!modifies) return;
  for (const Word c : sentence_.children(head)) {
    if (sentence_.dependency(c) == dependency && c < noun) {
      reached.push_back({c, kShared});
    }
  }
}

void TreeGrammar::add_holders(Word noun, std::vector<Reached>& reached) const {
  add_named_holders(noun, reached);
  if (!reached.empty()) return;
  const Dependency d = sentence_.dependency(noun);
  const Word head = sentence_.head(noun);
  if (is_copular(sentence_, noun)) {
    reached.push_back(subjects_.subject_of(noun));
    return;
  }
  if (head == kNoWord) return;
  const bool one_of =
      d == Dependency::kNmod && head < noun && is_copular(sentence_, head);
  if (one_of && sentence_.is_of(words_.through, head)) {
    reached.push_back(subjects_.subject_of(head));
    return;
  }
  const bool complement = (d == Dependency::kXcomp || d == Dependency::kObj ||
                           d == Dependency::kObl) &&
                          sentence_.is_of(words_.becoming, head);
  if (complement) {
    // `named X chief executive`, `X was named chief executive`
    const Word named = named_by(head, noun);
    reached.push_back(named != kNoWord ? Reached{named, 1.0F}
                                       : subjects_.subject_of(head));
    return;
  }
  add_listed_holders(noun, reached);
}

// A post that shares the holder of the post before it.
void TreeGrammar::add_listed_holders(Word noun,
                                     std::vector<Reached>& reached) const {
  const Word head = sentence_.head(noun);
  const bool listed = sentence_.dependency(noun) == Dependency::kConj &&
                      head < noun && noun - head <= 6 &&
                      !sentence_.is_verb(head) &&
                      sentence_.mention(head) == nullptr;
  if (listed) {
    add_holders(head, reached);
    for (Reached& r : reached) r.confidence *= kShared;
  }
}

// The mention between a verb and the post that it gives.
Word TreeGrammar::named_by(Word verb, Word post) const {
  for (const Word c : sentence_.children(verb)) {
    const Dependency d = sentence_.dependency(c);
    const bool object = d == Dependency::kObj || d == Dependency::kXcomp ||
                        d == Dependency::kIobj;
    if (object && c > verb && c < post && sentence_.mention(c) != nullptr) {
      return c;
    }
  }
  return kNoWord;
}

// Of `A, B and C, the owner of Y` C is the owner, of `A and B, the owners of Y`
// both are.
void TreeGrammar::add_apposed_holder(Word noun,
                                     std::vector<Reached>& reached) const {
  const Word head = sentence_.head(noun);
  Word holder = head;
  for (const Word c : sentence_.children(head)) {
    const bool listed =
        sentence_.dependency(c) == Dependency::kConj && c > holder && c < noun;
    if (listed) holder = c;
  }
  const bool one = !sentence_.token(noun).folded.ends_with("s");
  reached.push_back({one ? holder : head, 1.0F, one});
}

// `X, the owner of Y`, `its owner, X`, `chief executive X`.
void TreeGrammar::add_named_holders(Word noun,
                                    std::vector<Reached>& reached) const {
  const Dependency d = sentence_.dependency(noun);
  const Word head = sentence_.head(noun);
  if (d == Dependency::kAppos) add_apposed_holder(noun, reached);
  for (const Word c : sentence_.children(noun)) {
    const Dependency of_child = sentence_.dependency(c);
    if ((of_child == Dependency::kAppos || of_child == Dependency::kFlat) &&
        c > noun) {
      const bool one = !sentence_.token(noun).folded.ends_with("s");
      reached.push_back({c, 1.0F, one});
    }
  }
  const bool before = (d == Dependency::kCompound || d == Dependency::kNmod ||
                       d == Dependency::kFlat) &&
                      head == noun + 1;
  if (before) reached.push_back({head, 1.0F});
}

// What prepositions lead, attached to the predicate, or to its object where
// the parser may have attached it instead: `sold the mine in A to B`.
void TreeGrammar::add_prepositional(const Predicate& predicate,
                                    std::span<const uint32_t> prepositions,
                                    std::vector<Reached>& reached) const {
  const Word word = predicate.word;
  add_led(word, word, prepositions, reached);
  if (!reached.empty() || !predicate.is_verb()) return;
  Word object = is_passive(predicate) ? kNoWord : subjects_.object_of(word);
  for (int depth = 0; depth < 3 && object != kNoWord && object > word;
       ++depth) {
    add_led(object, object, prepositions, reached);
    if (!reached.empty()) break;
    Word next = kNoWord;
    for (const Word c : sentence_.children(object)) {
      if (c > object && is_phrase(sentence_.dependency(c))) next = c;
    }
    object = next;
  }
  for (Reached& r : reached) r.confidence *= kAttached;
}

void TreeGrammar::add_led(Word head, Word after,
                          std::span<const uint32_t> prepositions,
                          std::vector<Reached>& reached) const {
  const size_t before = reached.size();
  for (size_t i = 0; i < prepositions.size(); ++i) {
    for (const Word c : sentence_.children(head)) {
      if (c > after && is_phrase(sentence_.dependency(c)) &&
          sentence_.has_case(c, prepositions.subspan(i, 1))) {
        reached.push_back({c, 1.0F});
      }
    }
    // `chairman of the department at A`: the first named is the nearest.
    if (reached.size() > before) return;
  }
}

}  // namespace extract
