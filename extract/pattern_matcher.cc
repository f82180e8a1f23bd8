#include "extract/pattern_matcher.h"

#include <algorithm>
#include <optional>

#include "extract/modality.h"
#include "extract/slots.h"

namespace extract {
namespace {

using Kind = Element::Kind;

constexpr int kMaxSteps = 4000;

class Matcher {
 public:
  Matcher(const Knowledge& knowledge, const Clause& clause,
          const Pattern& pattern)
      : knowledge_(knowledge),
        grammar_(knowledge.grammar()),
        clause_(clause),
        elements_(pattern.elements),
        slots_(knowledge, clause, pattern) {}

  // `produces zinc, and recovers lead`: the match by a later verb of the same
  // subject.
  std::optional<PatternMatch> match_later(size_t at) {
    later_ = true;
    auto match = match_at(at);
    later_ = false;
    return match;
  }

  std::optional<PatternMatch> match_at(size_t at) {
    PatternMatch match;
    match.first = at;
    match.trigger = clause_.size();
    steps_ = 0;
    return match_from(0, at, std::move(match));
  }

 private:
  using Result = std::optional<PatternMatch>;

  Result match_from(size_t element, size_t at, PatternMatch match) {
    if (++steps_ > kMaxSteps) return std::nullopt;
    if (element == elements_.size()) {
      match.last = at;
      return match;
    }
    switch (elements_[element].kind) {
      case Kind::kSlot:
        return match_slot(element, at, std::move(match));
      case Kind::kWords:
        return match_words(element, at, std::move(match));
      case Kind::kVerb:
        return match_verb(element, at, std::move(match));
      case Kind::kGap:
        return match_gap(element, at, match);
      case Kind::kPossessive:
        if (at == 0 || !clause_.is_possessive(at - 1)) return std::nullopt;
        return match_from(element + 1, at, std::move(match));
    }
    return std::nullopt;
  }

  // Finds the mention of a slot, then tries its list from the longest on.
  Result match_slot(size_t element, size_t at, PatternMatch match) {
    const bool first = element == 0;
    const bool subject = first && slots_.next_is(element, Kind::kVerb);
    const bool possessive = slots_.next_is(element, Kind::kPossessive);
    const size_t head =
        first || possessive || slots_.is_cjk_at(at)
            ? at
            : slots_.find_object(element, at, Slots::kObjectReach);
    if (!slots_.holds(element, head)) return std::nullopt;
    if (possessive != clause_.is_possessive(head)) return std::nullopt;
    if (subject) {
      governor_ = clause_.preposition_of(head);
      // `the owner of A, which sold B`: A or its owner?
      if (clause_.is_word(governor_, "of")) return std::nullopt;
    }
    std::vector<size_t> members{head};
    if (slots_.may_spread(element, head)) slots_.extend_list(element, members);
    if (subject && !slots_.is_list(members)) members.resize(1);
    if (first && slots_.may_spread(element, head) &&
        slots_.listed_before(element, members)) {
      return std::nullopt;
    }
    // `bought Teck and BHP shares`
    const bool compound = slots_.is_last(element) && members.size() > 1 &&
                          !slots_.takes_commodities(element) &&
                          !clause_.ends_phrase(members.back());
    if (compound ||
        (slots_.is_object(element) && slots_.shares_noun(members.back())))
      return std::nullopt;
    for (; !members.empty(); members.pop_back()) {
      if (Result r = bind(element, members, match)) return r;
    }
    return std::nullopt;
  }

  Result bind(size_t element, const std::vector<size_t>& members,
              PatternMatch match) {
    const Element& slot = elements_[element];
    const size_t last = members.back();
    const bool adjacent = slots_.next_is(element, Kind::kWords) ||
                          slots_.next_is(element, Kind::kVerb) ||
                          slots_.next_is(element, Kind::kPossessive) ||
                          slots_.next_is(element, Kind::kSlot);
    if (!adjacent && !clause_.ends_phrase(last) &&
        !slots_.is_material(slot, last)) {
      return std::nullopt;
    }
    if (slots_.is_object(element) && clause_.opens_clause(last + 1))
      return std::nullopt;
    for (const size_t member : members) {
      const Found* mention = clause_.mention(member);
      const Argument argument{mention, slots_.reading(element, member)};
      if (slot.role == Role::kSource) match.sources.push_back(argument);
      if (slot.role == Role::kTarget) match.targets.push_back(argument);
    }
    return match_after_slot(element, last + 1, match);
  }

  Result match_after_slot(size_t element, size_t at,
                          const PatternMatch& match) {
    const bool governed = element == 0 &&
                          slots_.next_is(element, Kind::kVerb) &&
                          governor_ != clause_.size();
    if (later_ && element == 0) {
      return governed || !slots_.next_is(element, Kind::kVerb)
                 ? std::nullopt
                 : match_second_verb(element, at, match);
    }
    if (!governed) {
      if (Result r = match_from(element + 1, at, match)) return r;
    }
    if (slots_.is_last(element) || slots_.is_cjk_at(at)) return std::nullopt;
    const size_t attached = clause_.skip_attachments(at);
    for (const size_t past : {clause_.skip_brackets(at), attached}) {
      if (past == at || governed) continue;
      if (Result r = match_from(element + 1, past, match)) return r;
    }
    if (slots_.next_is(element, Kind::kWords)) {
      return match_distant_copula(element, attached, match);
    }
    if (!slots_.next_is(element, Kind::kVerb)) return std::nullopt;
    if (Result r = match_relative(element, attached, match)) return r;
    return governed ? std::nullopt
                    : match_distant_verb(element, attached, match);
  }

  // `A, based in Phoenix, Arizona, is the largest copper producer`
  Result match_distant_copula(size_t element, size_t at,
                              const PatternMatch& match) {
    if (element != 0) return std::nullopt;
    size_t relative = clause_.is_word(at, ",") ? at + 1 : at;
    if (clause_.in(grammar_.relative, relative)) {
      do ++relative;
      while (clause_.in(grammar_.adverb, relative));
      if (clause_.in(grammar_.be, relative)) {
        if (Result r = match_from(element + 1, relative, match)) return r;
      }
    }
    const size_t inserted = clause_.skip_insertion(at);
    if (inserted == at || is_list(at, inserted) ||
        !clause_.in(grammar_.be, inserted)) {
      return std::nullopt;
    }
    return match_from(element + 1, inserted, match);
  }

  // `A, which operates B`; of several, `which operates` tells of the last.
  Result match_relative(size_t element, size_t at, PatternMatch match) {
    const size_t relative = clause_.is_word(at, ",") ? at + 1 : at;
    if (!clause_.in(grammar_.relative, relative)) return std::nullopt;
    auto& subjects = elements_[element].role == Role::kSource ? match.sources
                                                              : match.targets;
    if (subjects.size() > 1 && clause_.is_singular(relative + 1)) {
      subjects.erase(subjects.begin(), subjects.end() - 1);
    }
    return match_from(element + 1, relative + 1, std::move(match));
  }

  // `A, which operates B, acquires`, `A, owned by C, acquires`, `A sold B and
  // acquired`.
  Result match_distant_verb(size_t element, size_t at, PatternMatch match) {
    const bool finite = elements_[element + 1].voice == Voice::kActive ||
                        elements_[element + 1].voice == Voice::kPassive;
    if (!finite) return std::nullopt;
    const size_t inserted = clause_.skip_insertion(at);
    if (inserted > at && !is_list(at, inserted)) {
      if (Result r = match_from(element + 1, inserted, match)) return r;
    }
    if (element != 0) return std::nullopt;
    return match_second_verb(element, std::max(at, inserted), std::move(match));
  }

  bool is_list(size_t first, size_t last) const {
    return last - first < 4 && clause_.mention(first + 1) != nullptr;
  }

  Result match_second_verb(size_t element, size_t at, PatternMatch match) {
    if (!clause_.begins_sentence(match.first)) return std::nullopt;
    match.confidence *= 0.9F;
    for (size_t i = at; i + 1 < clause_.size() && i < at + 30; ++i) {
      if (clause_.is_word(i, ";") || clause_.is_word(i, "\"") ||
          clause_.in(grammar_.relative, i) || clause_.is_word(i, ":") ||
          clause_.in(grammar_.saying, i)) {
        return std::nullopt;
      }
      if (!clause_.is_word(i, "and") && !clause_.is_word(i, "but")) continue;
      if (Result r = match_from(element + 1, i + 1, match)) return r;
    }
    return std::nullopt;
  }

  Result match_words(size_t element, size_t at, PatternMatch match) {
    const auto words = clause_.words_from(at);
    const auto found =
        knowledge_.lexicon().match(elements_[element].set, words);
    if (found.size == 0) return std::nullopt;
    match.trigger = std::min(match.trigger, at);
    return match_from(element + 1, at + found.size, std::move(match));
  }

  Result match_verb(size_t element, size_t at, PatternMatch match) {
    const Element& verb = elements_[element];
    const auto words = clause_.words_from(at);
    const bool bare_infinitive =
        element == 1 && verb.voice == Voice::kActive &&
        clause_.in(grammar_.to, at) &&
        (clause_.in_title() || clause_.is_word(at - 1, "and"));
    const auto group = match_verb_group(
        knowledge_, verb.set, bare_infinitive ? Voice::kInfinitive : verb.voice,
        words);
    if (!group) return std::nullopt;
    // `Korea Zinc to supply germanium`, `plans to build A and to sell B`
    if (bare_infinitive) {
      match.modality = weaker(match.modality, text::Modality::kPlanned);
    }
    const size_t end = at + group->size;
    if (verb.voice == Voice::kActive && clause_.is_word(end, "by")) {
      return std::nullopt;
    }
    match.trigger = std::min(match.trigger, at);
    match.modality = weaker(match.modality, group->modality);
    match.negated ^= group->negated;
    return match_from(element + 1, end, std::move(match));
  }

  Result match_gap(size_t element, size_t at, const PatternMatch& match) {
    const Element& gap = elements_[element];
    for (size_t passed = 0; at + passed < clause_.size(); ++passed) {
      if (Result r = match_from(element + 1, at + passed, match)) return r;
      if (passed == gap.limit || !may_pass(gap, at + passed)) break;
    }
    return std::nullopt;
  }

  bool may_pass(const Element& gap, size_t item) const {
    if (clause_.is_word(item, ";") || clause_.is_word(item, "。") ||
        clause_.is_word(item, "\"")) {
      return false;
    }
    if (gap.loose) return !clause_.in(grammar_.saying, item);
    if (const Found* mention = clause_.mention(item)) {
      const auto type = mention->type();
      const bool its = mention->nominal && clause_.is_possessive(item);
      return its || type == text::EntityType::kCommodity ||
             (type == text::EntityType::kPlace && slots_.is_cjk_at(item));
    }
    if (clause_.token(item).kind == TokenKind::kPunctuation) {
      return clause_.is_word(item, "-") || clause_.is_word(item, "%") ||
             clause_.is_word(item, "$");
    }
    return !clause_.in(grammar_.relative, item) &&
           !clause_.in(grammar_.preposition, item) &&
           !clause_.in(grammar_.finite, item) &&
           !clause_.in(grammar_.be, item) && !clause_.in(grammar_.have, item);
  }

  const Knowledge& knowledge_;
  const Grammar& grammar_;
  const Clause& clause_;
  const std::vector<Element>& elements_;
  Slots slots_;
  int steps_ = 0;
  bool later_ = false;
  size_t governor_ = 0;  // the preposition before the first slot
};

}  // namespace

std::vector<PatternMatch> match_pattern(const Knowledge& knowledge,
                                        const Clause& clause,
                                        const Pattern& pattern) {
  std::vector<PatternMatch> matches;
  const Element& first = pattern.elements.front();
  Matcher matcher(knowledge, clause, pattern);
  for (size_t at = 0; at < clause.size(); ++at) {
    if (first.kind == Kind::kSlot && clause.mention(at) == nullptr) continue;
    auto match = matcher.match_at(at);
    if (!match) continue;
    auto later = matcher.match_later(at);
    const bool other = later && later->trigger != match->trigger;
    matches.push_back(std::move(*match));
    if (other) matches.push_back(std::move(*later));
  }
  return matches;
}

}  // namespace extract
