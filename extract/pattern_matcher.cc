#include "extract/pattern_matcher.h"

#include <algorithm>
#include <optional>

#include "extract/modality.h"

namespace extract {
namespace {

using Kind = Element::Kind;

constexpr auto kFacilityBit = static_cast<TypeSet>(
    1U << static_cast<unsigned>(text::EntityType::kFacility));
constexpr auto kPlaceBit =
    static_cast<TypeSet>(1U << static_cast<unsigned>(text::EntityType::kPlace));
constexpr auto kCommodityBit = static_cast<TypeSet>(
    1U << static_cast<unsigned>(text::EntityType::kCommodity));
constexpr size_t kObjectReach = 9;
constexpr size_t kListReach = 4;
constexpr size_t kCjkListReach = 2;  // `アーカンソー州の` before a name
constexpr size_t kMaxList = 16;
constexpr int kMaxSteps = 4000;

class Matcher {
 public:
  Matcher(const Knowledge& knowledge, const Clause& clause,
          const Pattern& pattern)
      : knowledge_(knowledge),
        grammar_(knowledge.grammar()),
        clause_(clause),
        elements_(pattern.elements) {}

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

  bool next_is(size_t element, Kind kind) const {
    return element + 1 < elements_.size() &&
           elements_[element + 1].kind == kind;
  }

  // Finds the mention of a slot, then tries its list from the longest on.
  Result match_slot(size_t element, size_t at, PatternMatch match) {
    const bool first = element == 0;
    const bool possessive = next_is(element, Kind::kPossessive);
    const size_t head = first || possessive || follows_cjk(at)
                            ? at
                            : find_object(element, at, kObjectReach);
    if (!holds(element, head)) return std::nullopt;
    if (possessive != clause_.is_possessive(head)) return std::nullopt;
    if (first && next_is(element, Kind::kVerb)) {
      governor_ = clause_.preposition_of(head);
      // `the owner of A, which sold B`: A or its owner?
      if (clause_.is_word(governor_, "of")) return std::nullopt;
    }
    std::vector<size_t> members{head};
    if (may_spread(element, head)) extend_list(element, members);
    if (first && may_spread(element, head) && listed_before(element, head)) {
      return std::nullopt;
    }
    // `bought Teck and BHP shares`
    const bool compound = is_last(element) && members.size() > 1 &&
                          elements_[element].types != kCommodityBit &&
                          !clause_.ends_phrase(members.back());
    if (compound || (is_object(element) && shares_noun(members.back())))
      return std::nullopt;
    for (; !members.empty(); members.pop_back()) {
      if (Result r = bind(element, members, match)) return r;
    }
    return std::nullopt;
  }

  // `closed the Akyem and Porcupine sales`: a name that nobody knows goes on to
  // a noun that is the head of both.
  bool shares_noun(size_t last) const {
    const size_t next = clause_.skip_coordinator(last + 1);
    const auto is_word = [&](size_t i, bool capitalised) {
      return i < clause_.size() && clause_.mention(i) == nullptr &&
             clause_.token(i).kind == TokenKind::kWord &&
             clause_.token(i).capitalised == capitalised;
    };
    size_t noun = next;
    while (is_word(noun, true) && !clause_.in(grammar_.function, noun)) ++noun;
    return next > last + 1 && noun > next && is_word(noun, false) &&
           !clause_.token(noun - 1).possessive &&
           !clause_.in(grammar_.function, noun) &&
           !clause_.in(grammar_.follower, noun) &&
           !clause_.token(noun).folded.ends_with("ed") &&
           !clause_.token(noun).folded.ends_with("ly") &&
           knowledge_.match_heads(clause_.words_from(noun)).second == 0;
  }

  bool is_last(size_t element) const { return element + 1 == elements_.size(); }

  bool follows_cjk(size_t at) const {
    return at < clause_.size() && is_cjk(clause_.token(at).kind);
  }

  // What the mention at `item` is to the slot; null if it does not fit. A
  // place may stand for the one facility named after it (`operates Budel`),
  // but not where a place is said of it (`Budel in the Netherlands`).
  const KnownEntity* reading(size_t element, size_t item) const {
    if (item >= clause_.size() || clause_.mention(item) == nullptr) {
      return nullptr;
    }
    const Element& slot = elements_[element];
    const Found& mention = *clause_.mention(item);
    if (const KnownEntity* plain = reading_of(mention, slot.types)) {
      return plain;
    }
    const bool object =
        element > 0 && elements_[element - 1].kind == Kind::kVerb;
    const bool placed = clause_.skip_attachments(item + 1) > item + 1;
    const bool stands =
        object || (!placed && (element > 0 || next_is(element, Kind::kVerb)));
    const bool wanted = (slot.types & kFacilityBit) != 0;
    return stands && wanted && clause_.ends_phrase(item) ? mention.implied
                                                         : nullptr;
  }

  bool holds(size_t element, size_t item) const {
    return reading(element, item) != nullptr;
  }

  size_t find_object(size_t element, size_t at, size_t reach) const {
    return clause_.find_object(
        at, reach, [&](size_t item) { return holds(element, item); });
  }

  // Lists are of one kind: a company after a facility begins a new clause.
  bool may_join(const KnownEntity& head, const KnownEntity& next) const {
    const bool a = head.entity.type == text::EntityType::kFacility;
    const bool b = next.entity.type == text::EntityType::kFacility;
    return a == b;
  }

  // `A and B operate`, but not `A and B, a unit of C`; `A和B将`, where words
  // must say what verb groups say in English. Also `A and B are investors`.
  bool may_spread(size_t element, size_t head) const {
    if (elements_[element].role == Role::kOther) return false;
    if (element > 0 || !next_is(element, Kind::kWords) ||
        is_plural(elements_[element + 1].set))
      return true;
    const bool possessor = elements_.size() == 3;  // `A和B的C`
    return !possessor && (is_cjk_at(head) || is_cjk_at(head + 1));
  }

  bool is_plural(SetId words) const {
    Token are;
    are.symbol = knowledge_.lexicon().symbols().find("are");
    return knowledge_.lexicon().contains(words, are);
  }

  // A list is matched once, from its first member.
  bool listed_before(size_t element, size_t head) const {
    for (size_t back = 2; back <= 3 && back < head; ++back) {
      const size_t before = head - back;
      if (clause_.mention(before) == nullptr) continue;
      return holds(element, before) && !clause_.is_possessive(before) &&
             clause_.skip_coordinator(before + 1) == head;
    }
    return false;
  }

  void extend_list(size_t element, std::vector<size_t>& members) const {
    const bool apposed = elements_[element].apposed;
    const KnownEntity& first = *reading(element, members.front());
    while (members.size() < kMaxList) {
      const size_t plain = members.back() + 1;
      const size_t after = clause_.skip_attachments(plain);
      for (const size_t end : {members.back() + 1, after}) {
        const size_t next = clause_.skip_coordinator(end);
        if (next == end || (apposed && clause_.is_word(end, ","))) continue;
        const size_t reach = is_cjk_at(next) ? kCjkListReach : kListReach;
        const size_t member = find_object(element, next, reach);
        if (!holds(element, member) || clause_.passes_owner(next, member) ||
            passes_verb(element, next, member) || leaves_place(next, member) ||
            (is_last(element) && clause_.begins_clause(member)) ||
            !may_join(first, *reading(element, member))) {
          continue;
        }
        members.push_back(member);
        break;
      }
      if (members.back() < after) return;
    }
  }

  // `bought Filo and formed Vicuña`
  bool passes_verb(size_t element, size_t first, size_t last) const {
    if (elements_[element].types == kCommodityBit) return false;
    for (size_t i = first; i < last; ++i) {
      if (clause_.mention(i) == nullptr &&
          clause_.token(i).folded.ends_with("ed") &&
          !clause_.in(grammar_.commodity_before, i)) {
        return true;
      }
    }
    return false;
  }

  // `群馬県の安中製錬所と福島県の小名浜製錬所`: the second is not in Gunma.
  bool leaves_place(size_t first, size_t last) const {
    if (!is_cjk_at(first)) return false;
    const auto is_place = [](const Element& slot) {
      return slot.types == kPlaceBit && slot.role != Role::kOther;
    };
    if (std::ranges::none_of(elements_, is_place)) return false;
    for (size_t i = first; i < last; ++i) {
      const Found* passed = clause_.mention(i);
      if (passed != nullptr && passed->type() == text::EntityType::kPlace) {
        return true;
      }
    }
    return false;
  }

  Result bind(size_t element, const std::vector<size_t>& members,
              PatternMatch match) {
    const Element& slot = elements_[element];
    const size_t last = members.back();
    const bool adjacent =
        next_is(element, Kind::kWords) || next_is(element, Kind::kVerb) ||
        next_is(element, Kind::kPossessive) || next_is(element, Kind::kSlot);
    if (!adjacent && !clause_.ends_phrase(last) && !is_material(slot, last)) {
      return std::nullopt;
    }
    if (is_object(element) && clause_.opens_clause(last + 1))
      return std::nullopt;
    for (const size_t member : members) {
      const Found* mention = clause_.mention(member);
      const Argument argument{mention, reading(element, member)};
      if (slot.role == Role::kSource) match.sources.push_back(argument);
      if (slot.role == Role::kTarget) match.targets.push_back(argument);
    }
    return match_after_slot(element, last + 1, match);
  }

  // `zinc concentrate` is still zinc.
  bool is_material(const Element& slot, size_t item) const {
    return slot.types == kCommodityBit && !clause_.is_possessive(item) &&
           clause_.in(grammar_.commodity_after, item + 1);
  }

  bool is_object(size_t element) const {
    return element > 0 && is_last(element) &&
           elements_[element - 1].kind == Kind::kVerb;
  }

  Result match_after_slot(size_t element, size_t at,
                          const PatternMatch& match) {
    const bool governed = element == 0 && next_is(element, Kind::kVerb) &&
                          governor_ != clause_.size();
    if (later_ && element == 0) {
      return governed || !next_is(element, Kind::kVerb)
                 ? std::nullopt
                 : match_second_verb(element, at, match);
    }
    if (!governed) {
      if (Result r = match_from(element + 1, at, match)) return r;
    }
    if (is_last(element) || is_cjk_at(at)) return std::nullopt;
    const size_t attached = clause_.skip_attachments(at);
    for (const size_t past : {clause_.skip_brackets(at), attached}) {
      if (past == at || governed) continue;
      if (Result r = match_from(element + 1, past, match)) return r;
    }
    if (next_is(element, Kind::kWords)) {
      return match_distant_copula(element, attached, match);
    }
    if (!next_is(element, Kind::kVerb)) return std::nullopt;
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

  bool is_cjk_at(size_t at) const {
    return at < clause_.size() && is_cjk(clause_.token(at).kind);
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
    return match_second_verb(element, at, std::move(match));
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
             (type == text::EntityType::kPlace && is_cjk_at(item));
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
