#include "extract/modality.h"

#include <algorithm>

namespace extract {
namespace {

constexpr size_t kMaxGroup = 18;

// Reads one verb group from left to right.
class GroupReader {
 public:
  GroupReader(const Knowledge& knowledge, SetId verbs, Voice voice,
              std::span<const Token> tokens)
      : lexicon_(knowledge.lexicon()),
        grammar_(knowledge.grammar()),
        verbs_(verbs),
        voice_(voice),
        tokens_(tokens.first(std::min(tokens.size(), kMaxGroup))) {}

  std::optional<VerbGroup> read() {
    if (voice_ == Voice::kInfinitive) {
      if (tokens_.empty() || !in(grammar_.to)) return std::nullopt;
      wants_base_ = true;
      ++at_;
    }
    while (at_ < tokens_.size()) {
      const auto verb = lexicon_.match(verbs_, rest());
      if (verb.size > 0 && fits(verb.forms)) {
        group_.size = at_ + verb.size;
        return group_;
      }
      if (!step()) return std::nullopt;
    }
    return std::nullopt;
  }

 private:
  std::span<const Token> rest() const { return tokens_.subspan(at_); }
  bool in(SetId set) const { return lexicon_.contains(set, tokens_[at_]); }

  bool fits(uint8_t forms) const {
    switch (voice_) {
      case Voice::kActive:
      case Voice::kInfinitive:
        return (forms & active_forms()) != 0;
      case Voice::kPassive:
        return be_ && (forms & kParticiple) != 0;
      case Voice::kParticiple:
        return plain() && (forms & kParticiple) != 0;
      case Voice::kGerund:
        return (plain() || wants_gerund_) && (forms & kGerund) != 0;
    }
    return false;
  }

  bool plain() const {
    return !be_ && !have_ && !wants_base_ && !wants_gerund_;
  }

  uint8_t active_forms() const {
    if (wants_base_) return kBase;
    if (be_ || wants_gerund_) return kGerund;
    if (have_) return kParticiple;
    return kThird | kPast | kBase;
  }

  bool step() {
    if (step_chain(grammar_.chain_negated, text::Modality::kAsserted, true) ||
        step_chain(grammar_.chain_rumoured, text::Modality::kRumoured, false) ||
        step_chain(grammar_.chain_possible, text::Modality::kPossible, false) ||
        step_chain(grammar_.chain_planned, text::Modality::kPlanned, false) ||
        step_chain(grammar_.chain_asserted, text::Modality::kAsserted, false)) {
      return true;
    }
    return step_modal() || step_auxiliary() || step_adverb();
  }

  bool step_chain(SetId chain, text::Modality modality, bool negates) {
    const auto match = lexicon_.match(chain, rest());
    if (match.size == 0) return false;
    group_.modality = weaker(group_.modality, modality);
    group_.negated |= negates;
    at_ += match.size;
    be_ = have_ = false;
    wants_base_ = lexicon_.contains(grammar_.to, tokens_[at_ - 1]);
    wants_gerund_ = !wants_base_;
    return true;
  }

  bool step_modal() {
    const bool planned = in(grammar_.modal_planned);
    if (!planned && !in(grammar_.modal_possible)) return false;
    group_.modality =
        weaker(group_.modality,
               planned ? text::Modality::kPlanned : text::Modality::kPossible);
    wants_base_ = true;
    ++at_;
    return true;
  }

  bool step_auxiliary() {
    if (in(grammar_.be)) {
      be_ = true;
      have_ = wants_base_ = wants_gerund_ = false;
    } else if (in(grammar_.have)) {
      have_ = true;
      be_ = wants_base_ = wants_gerund_ = false;
    } else if (in(grammar_.do_)) {
      wants_base_ = true;
    } else if (be_ && in(grammar_.to)) {
      // `is to acquire`
      group_.modality = weaker(group_.modality, text::Modality::kPlanned);
      be_ = false;
      wants_base_ = true;
    } else {
      return false;
    }
    ++at_;
    return true;
  }

  bool step_adverb() {
    const auto negation = lexicon_.match(grammar_.negation, rest());
    if (negation.size > 0) {
      group_.negated = true;
      at_ += negation.size;
      return true;
    }
    if (in(grammar_.hearsay)) {
      group_.modality = weaker(group_.modality, text::Modality::kRumoured);
      ++at_;
      return true;
    }
    if (in(grammar_.nearly)) {
      // `almost bought`, but not `almost certainly bought`
      ++at_;
      group_.negated |= at_ < tokens_.size() && !is_derived_adverb();
      return true;
    }
    const auto adverb = lexicon_.match(grammar_.adverb, rest());
    if (adverb.size == 0 && !is_derived_adverb()) return false;
    at_ += std::max<size_t>(adverb.size, 1);
    return true;
  }

  bool is_derived_adverb() const {
    return tokens_[at_].kind == TokenKind::kWord &&
           tokens_[at_].folded.size() > 4 &&
           tokens_[at_].folded.ends_with("ly");
  }

  const Lexicon& lexicon_;
  const Grammar& grammar_;
  SetId verbs_;
  Voice voice_;
  std::span<const Token> tokens_;
  size_t at_ = 0;
  VerbGroup group_;
  bool be_ = false;
  bool have_ = false;
  bool wants_base_ = false;
  bool wants_gerund_ = false;
};

}  // namespace

text::Modality weaker(text::Modality a, text::Modality b) {
  return std::max(a, b);
}

std::optional<VerbGroup> match_verb_group(const Knowledge& knowledge,
                                          SetId verbs, Voice voice,
                                          std::span<const Token> tokens) {
  return GroupReader(knowledge, verbs, voice, tokens).read();
}

}  // namespace extract
