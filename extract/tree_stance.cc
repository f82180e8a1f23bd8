#include "extract/tree_stance.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "extract/dates.h"
#include "extract/modality.h"

namespace extract {
namespace {

using models::Dependency;
using models::Tag;
using text::Modality;

constexpr int kMaxClimb = 8;

// Climbs from a predicate to the verbs and nouns that govern it.
class StanceReader {
 public:
  StanceReader(const TreeSentence& sentence, const TreeGrammar& grammar,
               const Predicate& predicate)
      : sentence_(sentence),
        tree_(grammar),
        grammar_(sentence.knowledge().grammar()),
        words_(sentence.knowledge().rules().tree_words),
        predicate_(predicate) {}

  Stance read() {
    Word at = predicate_.word;
    bool own = true;  // what modifies `at` is said of the predicate too
    for (int i = 0; i < kMaxClimb && at != kNoWord; ++i) {
      if (own) {
        said_.push_back(at);
        read_modifiers(at);
      }
      read_speaker_beside(at);
      const Word above = sentence_.head(at);
      if (above == kNoWord) break;
      const auto next = climb(at, above);
      if (!next) break;
      own = *next;
      at = above;
    }
    stance_.date = find_stated_date();
    return stance_;
  }

 private:
  void doubt(Modality modality) {
    stance_.modality = weaker(stance_.modality, modality);
  }

  // `will`, `not`, `reportedly`, `planned`, `if`
  void read_modifiers(Word at) {
    for (const Word c : sentence_.children(at)) {
      if (sentence_.in(grammar_.modal_planned, c)) doubt(Modality::kPlanned);
      if (sentence_.in(grammar_.modal_possible, c) && c < at) {
        doubt(Modality::kPossible);
      }
      if (is_negation(c, at)) stance_.negated = true;
      // `almost bought`
      if (sentence_.in(grammar_.nearly, c) && c + 1 == at) {
        stance_.negated = true;
      }
      if (sentence_.in(grammar_.hearsay, c)) doubt(Modality::kRumoured);
      read_describing(c, at);
      if (sentence_.dependency(c) != Dependency::kMark || c > at) continue;
      if (sentence_.in(grammar_.condition, c)) doubt(Modality::kPossible);
      if (sentence_.in(grammar_.expectation, c)) doubt(Modality::kPlanned);
    }
    const bool heading = sentence_.dependency(at) == Dependency::kRoot;
    if (heading && has_infinitive_marker(at)) doubt(Modality::kPlanned);
  }

  bool is_negation(Word child, Word at) const {
    if (child > at + 1) return false;
    if (sentence_.in(grammar_.negation, child)) return true;
    const bool determiner = sentence_.dependency(child) == Dependency::kDet;
    if (determiner && sentence_.token(child).folded == "no") return true;
    // `no longer`
    return child > 0 && child < at &&
           sentence_.dependency(child) == Dependency::kAdvmod &&
           sentence_.is_of(grammar_.negation, child);
  }

  // `planned acquisition`, `former chief executive`
  void read_describing(Word child, Word at) {
    const Dependency d = sentence_.dependency(child);
    const bool describes = d == Dependency::kAmod || d == Dependency::kAdvmod;
    if (!describes || child > at) return;
    if (predicate_.is_verb() && d != Dependency::kAdvmod) return;
    read_class(child);
    if (sentence_.in(words_.former, child)) stance_.negated = true;
  }

  // True if the word is of a class; its class is then counted in.
  bool read_class(Word word) {
    if (sentence_.is_of(words_.denied, word)) {
      stance_.negated = true;
    } else if (sentence_.is_of(words_.ended, word)) {
      stance_.ended = true;
    } else if (sentence_.is_of(words_.rumoured, word)) {
      doubt(Modality::kRumoured);
    } else if (sentence_.is_of(words_.possible, word)) {
      doubt(Modality::kPossible);
    } else if (sentence_.is_of(words_.planned, word)) {
      doubt(Modality::kPlanned);
    } else {
      return sentence_.is_of(words_.plain, word);
    }
    return true;
  }

  // Counts in what governs `at`. Whether what modifies the word above is said
  // of the predicate too; empty where the climb ends.
  std::optional<bool> climb(Word at, Word above) {
    switch (sentence_.dependency(at)) {
      case Dependency::kXcomp:
        if (!read_class(above) && has_infinitive_marker(at)) {
          doubt(Modality::kPlanned);
        }
        return true;
      case Dependency::kCcomp:
      case Dependency::kCsubj:
        return climb_to_speech(above);
      case Dependency::kAcl:
        if (!has_infinitive_marker(at)) return std::nullopt;
        if (!read_class(above)) doubt(Modality::kPlanned);
        return true;
      case Dependency::kAdvcl:
        if (has_infinitive_marker(at)) doubt(Modality::kPlanned);
        return climb_from_clause(at);
      case Dependency::kConj:
        return climb_from_list(at, above);
      case Dependency::kObj:
      case Dependency::kNsubjPass:
      case Dependency::kObl:
      case Dependency::kNsubj:
        return climb_from_noun(at, above);
      case Dependency::kNmod:
      case Dependency::kCompound:
      case Dependency::kAppos:
      case Dependency::kAclRelcl:
      default:
        return std::nullopt;
    }
  }

  // `said that`, `denied that`, `expects X to`
  std::optional<bool> climb_to_speech(Word above) {
    const bool denied = sentence_.is_of(grammar_.denying, above);
    if (denied) stance_.negated = true;
    if (denied || sentence_.is_of(grammar_.saying, above)) {
      set_speaker(tree_.subject_of(above).word);
      return false;
    }
    read_class(above);
    return true;
  }

  // A finite clause is told by itself; a participle shares in its verb.
  std::optional<bool> climb_from_clause(Word at) const {
    if (sentence_.child(at, Dependency::kMark) != kNoWord) return std::nullopt;
    return false;
  }

  // `will acquire A and build B`: of the first verb's auxiliaries a later one
  // without its own has part, unless it is finite itself.
  std::optional<bool> climb_from_list(Word at, Word above) const {
    if (above > at) return std::nullopt;
    for (const Word c : sentence_.children(at)) {
      const Dependency d = sentence_.dependency(c);
      if (d == Dependency::kAux || d == Dependency::kAuxPass ||
          d == Dependency::kNsubj || d == Dependency::kNsubjPass) {
        return false;
      }
    }
    const bool finite = (predicate_.forms & (kThird | kPast)) != 0 &&
                        (predicate_.forms & kBase) == 0 &&
                        at == predicate_.word;
    return !finite;
  }

  // `blocked the takeover of X`, `agreed on the sale of X`
  std::optional<bool> climb_from_noun(Word at, Word above) {
    if (predicate_.is_verb() && at == predicate_.word) return std::nullopt;
    // `resigned as chairman`, `will serve as chairman`
    if (sentence_.is_of(words_.becoming, above)) {
      if (sentence_.is_of(words_.ended, above)) stance_.negated = true;
      return true;
    }
    const bool event = sentence_.dependency(at) == Dependency::kObj ||
                       sentence_.dependency(at) == Dependency::kNsubjPass;
    if (event) read_class(above);
    return event && sentence_.is_verb(above) ? std::optional(true)
                                             : std::nullopt;
  }

  bool has_infinitive_marker(Word verb) const {
    for (const Word c : sentence_.children(verb)) {
      if (c < verb && sentence_.in(grammar_.to, c)) return true;
    }
    return false;
  }

  // `, X said`, `according to X`
  void read_speaker_beside(Word at) {
    for (const Word c : sentence_.children(at)) {
      const Dependency d = sentence_.dependency(c);
      if ((d == Dependency::kParataxis || d == Dependency::kCcomp) &&
          sentence_.is_of(grammar_.saying, c)) {
        set_speaker(tree_.subject_of(c).word);
      }
      const bool according = d == Dependency::kObl && leads_according(c);
      if (according) set_speaker(c);
    }
  }

  bool leads_according(Word word) const {
    for (const Word c : sentence_.children(word)) {
      if (c < word && sentence_.token(c).folded == "according") return true;
    }
    return false;
  }

  void set_speaker(Word word) {
    if (stance_.speaker != nullptr || word == kNoWord) return;
    const Found* found = sentence_.mention(word);
    if (found != nullptr) stance_.speaker = found;
  }

  // The first date that modifies the predicate or what it hangs on.
  std::string find_stated_date() const {
    for (Word year = 0; year < sentence_.size(); ++year) {
      if (!is_year(sentence_.token(year))) continue;
      const Word top = below_said(year);
      if (top == kNoWord) continue;
      Word first = year;
      while (first > 0 && year - first < 9 &&
             sentence_.is_below(first - 1, top)) {
        --first;
      }
      std::string date =
          find_date(sentence_.knowledge(),
                    sentence_.tokens().subspan(first, year + 1 - first));
      if (!date.empty()) return date;
    }
    return {};
  }

  // The word on the way up from `word` that hangs on the predicate; kNoWord
  // if another verb is in between.
  Word below_said(Word word) const {
    for (int i = 0; i < kMaxClimb && word != kNoWord; ++i) {
      const Word above = sentence_.head(word);
      if (std::ranges::find(said_, above) != said_.end()) return word;
      if (above == kNoWord || sentence_.is_verb(above)) return kNoWord;
      word = above;
    }
    return kNoWord;
  }

  const TreeSentence& sentence_;
  const TreeGrammar& tree_;
  const Grammar& grammar_;
  const TreeWords& words_;
  const Predicate& predicate_;
  Stance stance_;
  std::vector<Word> said_;  // the predicate and what it hangs on
};

}  // namespace

Stance stance_of(const TreeSentence& sentence, const TreeGrammar& grammar,
                 const Predicate& predicate) {
  return StanceReader(sentence, grammar, predicate).read();
}

}  // namespace extract
