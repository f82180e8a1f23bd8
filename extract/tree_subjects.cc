#include "extract/tree_subjects.h"

#include <algorithm>
#include <array>

namespace extract {
namespace {

using models::Dependency;
using models::Tag;

constexpr int kMaxDepth = 6;

bool is_subject(Dependency d) {
  return d == Dependency::kNsubj || d == Dependency::kNsubjPass;
}

}  // namespace

Word TreeSubjects::object_of(Word verb) const {
  return sentence_.child(verb, Dependency::kObj);
}

bool TreeSubjects::is_relative_word(Word word) const {
  return sentence_.in(grammar_.relative, word) &&
         sentence_.tag(word) != Tag::kDet;
}

Reached TreeSubjects::own_subject(Word verb) const {
  for (const Word c : sentence_.children(verb)) {
    if (is_subject(sentence_.dependency(c))) return {c, 1.0F};
  }
  return {};
}

Word TreeSubjects::antecedent(Word verb) const {
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

Reached TreeSubjects::subject_of(Word verb) const {
  return subject_at(verb, 0);
}

Reached TreeSubjects::subject_at(Word verb, int depth) const {
  if (depth > kMaxDepth || verb == kNoWord) return {};
  const Reached own = own_subject(verb);
  if (own.word == kNoWord) return subject_above(verb, depth);
  if (!is_relative_word(own.word)) return own;
  return {antecedent(verb), kAttached, is_singular(verb)};
}

// `A to merge with B; C to buy D`
bool TreeSubjects::is_parted(Word a, Word b) const {
  const auto between =
      sentence_.tokens().subspan(std::min(a, b), a < b ? b - a : a - b);
  return std::ranges::find(between, std::string_view(";"), &Token::folded) !=
         between.end();
}

// `which operates`, not `which operate`
bool TreeSubjects::is_singular(Word verb) const {
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

Reached TreeSubjects::subject_above(Word verb, int depth) const {
  const Word above = sentence_.head(verb);
  if (above == kNoWord || is_parted(above, verb)) return {};
  Reached found;
  switch (sentence_.dependency(verb)) {
    case Dependency::kXcomp:
      found = subject_of_complement(verb, depth);
      break;
    case Dependency::kConj:
    case Dependency::kCcomp:
      if (depth < kMaxDepth && above < verb) {
        found = subject_at(above, depth + 1);
      }
      break;
    case Dependency::kAdvcl:
      found = subject_at(above, depth + 1);
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

// `allows X to export`; but `signed a deal to export`
Reached TreeSubjects::subject_of_complement(Word verb, int depth) const {
  const Word above = sentence_.head(verb);
  const Word object = object_of(above);
  const bool controls = object != kNoWord && object < verb &&
                        sentence_.mention(object) != nullptr &&
                        has_infinitive_marker(verb);
  return controls ? Reached{object, 1.0F} : subject_at(above, depth + 1);
}

// `the company running Y`, `X's plan to buy Y`, `X signed a deal to buy Y`.
Reached TreeSubjects::subject_of_noun_clause(Word verb, int depth) const {
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

bool TreeSubjects::has_infinitive_marker(Word verb) const {
  for (const Word c : sentence_.children(verb)) {
    if (c < verb && sentence_.in(grammar_.to, c)) return true;
  }
  return false;
}

}  // namespace extract
