#include "extract/tree_grammar.h"

#include <algorithm>
#include <array>

namespace extract {
namespace {

using models::Dependency;
using models::Tag;

constexpr int kMaxDepth = 6;
constexpr Word kReach = 40;         // words between predicate and argument
constexpr float kShared = 0.97F;    // a subject taken from the verb above
constexpr float kAttached = 0.96F;  // an attachment that is often wrong

bool is_subject(Dependency d) {
  return d == Dependency::kNsubj || d == Dependency::kNsubjPass;
}

bool is_phrase(Dependency d) {
  return d == Dependency::kObl || d == Dependency::kNmod ||
         d == Dependency::kOblAgent;
}

bool is_clause_of_noun(Dependency d) {
  return d == Dependency::kAcl || d == Dependency::kAclRelcl;
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
    const Reached subject = subject_of(predicate.word);
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
  Reached subject = subject_of(verb);
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
    reached.push_back(subject_of(word));
    return;
  }
  const Word object = object_of(word);
  if (object != kNoWord && !is_relative_word(object)) {
    if (object > word) reached.push_back({object, 1.0F});
    return;
  }
  const Word relative = relative_object(word);
  if (relative != kNoWord) reached.push_back({relative, kAttached, true});
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
    if (second && object_of(c) > c) {
      reached.push_back({object_of(c), kShared});
    }
  }
}

Word TreeGrammar::object_of(Word verb) const {
  return sentence_.child(verb, Dependency::kObj);
}

// `the smelter which X built`, `which X plans to build`.
Word TreeGrammar::relative_object(Word verb) const {
  Word top = verb;
  for (int depth = 0; depth < kMaxDepth; ++depth) {
    const Reached own = own_subject(top);
    if (own.word != kNoWord) {
      const bool gap = !is_relative_word(own.word) &&
                       is_clause_of_noun(sentence_.dependency(top));
      return gap ? sentence_.head(top) : kNoWord;
    }
    if (sentence_.dependency(top) != Dependency::kXcomp) return kNoWord;
    top = sentence_.head(top);
  }
  return kNoWord;
}

bool TreeGrammar::is_relative_word(Word word) const {
  return sentence_.in(grammar_.relative, word) &&
         sentence_.tag(word) != Tag::kDet;
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
            own_subject(above).word == kNoWord);
  }
  return (is_clause_of_noun(d) || d == Dependency::kAdvcl ||
          d == Dependency::kXcomp || d == Dependency::kAmod) &&
         object_of(word) == kNoWord;
}

Reached TreeGrammar::own_subject(Word verb) const {
  for (const Word c : sentence_.children(verb)) {
    if (is_subject(sentence_.dependency(c))) return {c, 1.0F};
  }
  return {};
}

Word TreeGrammar::antecedent(Word verb) const {
  for (int depth = 0; depth < kMaxDepth && verb != kNoWord; ++depth) {
    const Dependency d = sentence_.dependency(verb);
    const Word above = sentence_.head(verb);
    if (is_clause_of_noun(d)) return above < verb ? above : kNoWord;
    if (d != Dependency::kConj && d != Dependency::kXcomp &&
        d != Dependency::kCcomp) {
      return kNoWord;
    }
    verb = above;
  }
  return kNoWord;
}

Reached TreeGrammar::subject_of(Word verb) const { return subject_at(verb, 0); }

Reached TreeGrammar::subject_at(Word verb, int depth) const {
  if (depth > kMaxDepth || verb == kNoWord) return {};
  const Reached own = own_subject(verb);
  if (own.word == kNoWord) return subject_above(verb, depth);
  if (!is_relative_word(own.word)) return own;
  return {antecedent(verb), kAttached, is_singular(verb)};
}

// `A to merge with B; C to buy D`
bool TreeGrammar::is_parted(Word a, Word b) const {
  const auto between =
      sentence_.tokens().subspan(std::min(a, b), a < b ? b - a : a - b);
  return std::ranges::find(between, std::string_view(";"), &Token::folded) !=
         between.end();
}

// `which operates`, not `which operate`
bool TreeGrammar::is_singular(Word verb) const {
  const auto& symbols = sentence_.knowledge().lexicon().symbols();
  const std::array<uint32_t, 3> plural = {
      symbols.find("are"), symbols.find("were"), symbols.find("have")};
  const auto is_plural = [&](Word word) {
    return std::ranges::find(plural, sentence_.token(word).symbol) !=
           plural.end();
  };
  return !is_plural(verb) &&
         std::ranges::none_of(sentence_.children(verb), is_plural) &&
         sentence_.token(verb).folded.ends_with("s");
}

Reached TreeGrammar::subject_above(Word verb, int depth) const {
  const Word above = sentence_.head(verb);
  if (above == kNoWord || is_parted(above, verb)) return {};
  const bool last = depth == kMaxDepth;
  Reached found;
  switch (sentence_.dependency(verb)) {
    case Dependency::kXcomp: {
      // `allows X to export`; but `signed a deal to export`
      const Word object = object_of(above);
      const bool controls = object != kNoWord && object < verb &&
                            sentence_.mention(object) != nullptr &&
                            has_infinitive_marker(verb);
      found = controls ? Reached{object, 1.0F} : subject_at(above, depth + 1);
      break;
    }
    case Dependency::kConj:
    case Dependency::kAdvcl:
    case Dependency::kCcomp:
      if (last || above > verb) {
        found = sentence_.dependency(verb) == Dependency::kAdvcl
                    ? subject_at(above, depth + 1)
                    : Reached{};
      } else {
        found = subject_at(above, depth + 1);
      }
      break;
    case Dependency::kAcl:
    case Dependency::kAclRelcl:
      return subject_of_noun_clause(verb, depth);
    default:
      return {};
  }
  found.confidence *= kShared;
  return found;
}

// `the company running Y`, `X's plan to buy Y`, `X signed a deal to buy Y`.
Reached TreeGrammar::subject_of_noun_clause(Word verb, int depth) const {
  const Word noun = sentence_.head(verb);
  if (!has_infinitive_marker(verb)) return {noun, kAttached, true};
  // `X's plan to buy`, and `X plans to buy` where `plans` was read as a noun.
  for (const Dependency d : {Dependency::kNmodPoss, Dependency::kCompound}) {
    const Word owner = sentence_.child(noun, d);
    if (owner != kNoWord && sentence_.mention(owner) != nullptr) {
      return {owner, kShared};
    }
  }
  if (sentence_.mention(noun) != nullptr) return {noun, kAttached};
  const Dependency role = sentence_.dependency(noun);
  const Word governor = sentence_.head(noun);
  if (governor == kNoWord || role == Dependency::kConj) return {};
  Reached found = subject_at(governor, depth + 1);
  found.confidence *= kShared;
  return found;
}

bool TreeGrammar::has_infinitive_marker(Word verb) const {
  for (const Word c : sentence_.children(verb)) {
    if (c < verb && sentence_.in(grammar_.to, c)) return true;
  }
  return false;
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
    reached.push_back(subject_of(noun));
    return;
  }
  if (head == kNoWord) return;
  const bool one_of =
      d == Dependency::kNmod && head < noun && is_copular(sentence_, head);
  if (one_of && sentence_.is_of(words_.through, head)) {
    reached.push_back(subject_of(head));
    return;
  }
  const bool complement = (d == Dependency::kXcomp || d == Dependency::kObj ||
                           d == Dependency::kObl) &&
                          sentence_.is_of(words_.becoming, head);
  if (complement) {
    // `named X chief executive`, `X was named chief executive`
    const Word named = named_by(head, noun);
    reached.push_back(named != kNoWord ? Reached{named, 1.0F}
                                       : subject_of(head));
    return;
  }
  // A post that shares the holder of the post before it.
  const bool listed = d == Dependency::kConj && head < noun &&
                      noun - head <= 6 && !sentence_.is_verb(head) &&
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

// `X, the owner of Y`, `its owner, X`, `chief executive X`.
void TreeGrammar::add_named_holders(Word noun,
                                    std::vector<Reached>& reached) const {
  const Dependency d = sentence_.dependency(noun);
  const Word head = sentence_.head(noun);
  if (d == Dependency::kAppos) reached.push_back({head, 1.0F, true});
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
  Word object = is_passive(predicate) ? kNoWord : object_of(word);
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
