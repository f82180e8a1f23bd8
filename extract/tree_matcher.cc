#include "extract/tree_matcher.h"

#include <algorithm>

#include "extract/clause.h"

namespace extract {
namespace {

using models::Dependency;
using models::Tag;

constexpr int kMaxNesting = 3;
constexpr auto kCommodityBit = static_cast<TypeSet>(
    1U << static_cast<unsigned>(text::EntityType::kCommodity));
constexpr auto kFacilityBit = static_cast<TypeSet>(
    1U << static_cast<unsigned>(text::EntityType::kFacility));

struct Filler {
  Argument argument;
  float confidence = 1.0;
};

// Which mentions a word that a path leads to stands for.
class SlotFiller {
 public:
  // Of a word before `predicate` no list goes on after it.
  SlotFiller(const TreeSentence& sentence, TypeSet types, Word predicate)
      : sentence_(sentence),
        predicate_(predicate),
        grammar_(sentence.knowledge().grammar()),
        words_(sentence.knowledge().rules().tree_words),
        types_(types) {}

  std::vector<Filler> fill(const Reached& reached) {
    alone_ = reached.alone;
    add(reached.word, reached.confidence, 0);
    return std::move(fillers_);
  }

 private:
  void add(Word word, float confidence, int nesting) {
    if (nesting > kMaxNesting) return;
    if (const KnownEntity* entity = reading(word)) {
      fillers_.push_back({{sentence_.mention(word), entity}, confidence});
    } else if (sentence_.mention(word) == nullptr) {
      add_through(word, confidence, nesting + 1);
    }
    if (alone_ && nesting == 0) return;
    for (const Word c : sentence_.children(word)) {
      const bool passes = word < predicate_ && c > predicate_;
      if (sentence_.dependency(c) == Dependency::kConj && c > word && !passes &&
          is_alike(word, c)) {
        add(c, confidence, nesting == 0 ? 1 : nesting);
      }
    }
  }

  // Lists are of one kind: a company after a facility begins a new clause.
  bool is_alike(Word first, Word next) const {
    const auto is_facility = [](const Found& found) {
      return found.type() == text::EntityType::kFacility ||
             found.implied != nullptr;
    };
    const Found* a = sentence_.mention(first);
    const Found* b = sentence_.mention(next);
    return a == nullptr || b == nullptr || is_facility(*a) == is_facility(*b);
  }

  const KnownEntity* reading(Word word) const {
    const Found* found = sentence_.mention(word);
    if (found == nullptr) return nullptr;
    if (const KnownEntity* plain = reading_of(*found, types_)) return plain;
    const bool implied = (types_ & kFacilityBit) != 0 && !is_placed(word);
    return implied ? found->implied : nullptr;
  }

  // `Trail in Canada` is the town, not its smelter.
  bool is_placed(Word word) const {
    const Word next = sentence_.end_of(word);
    return next < sentence_.size() &&
           (sentence_.in(grammar_.place_preposition, next) ||
            sentence_.token(next).folded == ",");
  }

  // `tonnes of zinc`, `zinc concentrate`, `metals such as zinc`, `its owner,
  // Trafigura`
  void add_through(Word word, float confidence, int nesting) {
    const bool through = sentence_.in(words_.through, word);
    const bool material =
        types_ == kCommodityBit && sentence_.in(grammar_.commodity_after, word);
    for (const Word c : sentence_.children(word)) {
      const Dependency d = sentence_.dependency(c);
      const bool after = c > word;
      const bool named = (d == Dependency::kAppos || d == Dependency::kFlat) &&
                         sentence_.mention(c) != nullptr;
      const bool part = through && d == Dependency::kNmod && is_led(c, "of");
      const bool kind = d == Dependency::kNmod &&
                        sentence_.mention(c) != nullptr && is_example(c);
      if (after && (named || part || kind)) {
        add(c, confidence * 0.97F, nesting);
      }
      if (material && !after && d == Dependency::kCompound) {
        add(c, confidence, nesting);
      }
    }
  }

  bool is_led(Word word, std::string_view preposition) const {
    for (const Word c : sentence_.children(word)) {
      if (sentence_.dependency(c) == Dependency::kCase &&
          sentence_.token(c).folded == preposition) {
        return true;
      }
    }
    return false;
  }

  bool is_example(Word word) const {
    return is_led(word, "such") || is_led(word, "including") ||
           is_led(word, "like");
  }

  const TreeSentence& sentence_;
  Word predicate_;
  const Grammar& grammar_;
  const TreeWords& words_;
  TypeSet types_;
  bool alone_ = false;
  std::vector<Filler> fillers_;
};

class Matcher {
 public:
  explicit Matcher(const TreeSentence& sentence)
      : sentence_(sentence),
        book_(sentence.knowledge().rules()),
        grammar_(sentence) {}

  std::vector<TreeMatch> match() {
    for (Word word = 0; word < sentence_.size();) {
      const std::vector<Trigger> triggers = triggers_at(word);
      Word next = word + 1;
      for (const Trigger& trigger : triggers) {
        // In `vice president` no president is named.
        if (!trigger.predicate.is_verb()) {
          next = std::max(next, trigger.predicate.end);
        }
        match_at(trigger);
      }
      word = next;
    }
    return std::move(matches_);
  }

 private:
  struct Trigger {
    SetId set = 0;
    Predicate predicate;
  };

  std::vector<Trigger> triggers_at(Word word) const {
    std::vector<Trigger> triggers;
    if (sentence_.mention(word) != nullptr || sentence_.is_inner(word)) {
      return triggers;
    }
    const auto sets = book_.lexicon.sets_of(sentence_.token(word).symbol) &
                      book_.tree_triggers;
    if (sets.none()) return triggers;
    for (SetId set = 0; set < Lexicon::kMaxSets; ++set) {
      if (!sets.test(set)) continue;
      const auto phrase = book_.lexicon.match(set, words_from(word));
      if (phrase.size == 0) continue;
      const auto end = static_cast<Word>(word + phrase.size);
      // Nouns are known in every form, verbs by their forms.
      const bool noun = phrase.forms == kEveryForm;
      const Predicate predicate{noun ? end - 1 : word,
                                noun ? uint8_t{0} : phrase.forms, end};
      if (is_said(predicate)) triggers.push_back({set, predicate});
    }
    return longest(std::move(triggers));
  }

  // Of nouns that begin alike only the longest are told: `chair`, `chair and
  // chief executive`.
  static std::vector<Trigger> longest(std::vector<Trigger> triggers) {
    Word end = 0;
    for (const Trigger& trigger : triggers) {
      if (!trigger.predicate.is_verb()) {
        end = std::max(end, trigger.predicate.end);
      }
    }
    std::erase_if(triggers, [end](const Trigger& trigger) {
      return !trigger.predicate.is_verb() && trigger.predicate.end < end;
    });
    return triggers;
  }

  void match_at(const Trigger& trigger) {
    for (const TreeRef& ref : book_.trees_of[trigger.set]) {
      const Rule& rule = book_.rules[ref.rule];
      match_tree(rule, rule.trees[ref.tree], trigger.predicate);
    }
  }

  // The plain words that begin at `word`.
  std::span<const Token> words_from(Word word) const {
    Word end = word;
    while (end < sentence_.size() && sentence_.mention(end) == nullptr &&
           !sentence_.is_inner(end) && end - word < 8) {
      ++end;
    }
    return sentence_.tokens().subspan(word, end - word);
  }

  bool is_said(const Predicate& predicate) const {
    const Tag tag = sentence_.tag(predicate.word);
    if (!predicate.is_verb()) {
      const bool noun =
          tag == Tag::kNoun || tag == Tag::kPropn || tag == Tag::kAdj;
      return noun && !is_lesser(predicate.word);
    }
    return tag == Tag::kVerb || tag == Tag::kAux ||
           (tag == Tag::kAdj && (predicate.forms & kParticiple) != 0);
  }

  // `deputy chief executive`
  bool is_lesser(Word noun) const {
    return std::ranges::any_of(sentence_.children(noun), [&](Word c) {
      return c < noun && sentence_.in(book_.tree_words.lesser, c);
    });
  }

  void match_tree(const Rule& rule, const TreePattern& tree,
                  const Predicate& predicate) {
    std::vector<Filler> sources;
    std::vector<Filler> targets;
    for (const TreePath& path : tree.paths) {
      std::vector<Reached> reached = grammar_.reach(predicate, path);
      if (reached.empty()) return;
      if (path.types == 0) continue;
      std::vector<Filler> fillers;
      for (const Reached& r : reached) {
        const auto more =
            SlotFiller(sentence_, path.types, predicate.word).fill(r);
        fillers.insert(fillers.end(), more.begin(), more.end());
      }
      if (fillers.empty()) return;
      if (path.role == Role::kSource)
        sources = std::move(fillers);
      else if (path.role == Role::kTarget)
        targets = std::move(fillers);
    }
    add(rule, predicate, sources, targets);
  }

  void add(const Rule& rule, const Predicate& predicate,
           const std::vector<Filler>& sources,
           const std::vector<Filler>& targets) {
    Stance stance = stance_of(sentence_, grammar_, predicate);
    if (stance.ended) return;
    if (rule.modality) stance.modality = *rule.modality;
    stance.negated ^= rule.negated;
    for (const Filler& source : sources) {
      for (const Filler& target : targets) {
        if (source.argument.mention == target.argument.mention) continue;
        matches_.push_back({&rule, source.argument, target.argument,
                            source.confidence * target.confidence, stance});
      }
    }
  }

  const TreeSentence& sentence_;
  const RuleBook& book_;
  TreeGrammar grammar_;
  std::vector<TreeMatch> matches_;
};

}  // namespace

std::vector<TreeMatch> match_trees(const TreeSentence& sentence) {
  return Matcher(sentence).match();
}

}  // namespace extract
