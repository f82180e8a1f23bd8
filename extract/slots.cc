#include "extract/slots.h"

#include <algorithm>

namespace extract {
namespace {

using Kind = Element::Kind;

constexpr auto kFacilityBit = static_cast<TypeSet>(
    1U << static_cast<unsigned>(text::EntityType::kFacility));
constexpr auto kPlaceBit =
    static_cast<TypeSet>(1U << static_cast<unsigned>(text::EntityType::kPlace));
constexpr auto kCommodityBit = static_cast<TypeSet>(
    1U << static_cast<unsigned>(text::EntityType::kCommodity));
constexpr size_t kListReach = 4;
constexpr size_t kCjkListReach = 2;  // `アーカンソー州の` before a name
constexpr size_t kMaxList = 16;

}  // namespace

bool Slots::next_is(size_t element, Kind kind) const {
  return element + 1 < elements_.size() && elements_[element + 1].kind == kind;
}

bool Slots::shares_noun(size_t last) const {
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
         knowledge_.heads().match_plural(clause_.words_from(noun)).second == 0;
}

bool Slots::is_last(size_t element) const {
  return element + 1 == elements_.size();
}

const KnownEntity* Slots::reading(size_t element, size_t item) const {
  if (item >= clause_.size() || clause_.mention(item) == nullptr) {
    return nullptr;
  }
  const Element& slot = elements_[element];
  const Found& mention = *clause_.mention(item);
  if (const KnownEntity* plain = reading_of(mention, slot.types)) {
    return plain;
  }
  const bool object = element > 0 && elements_[element - 1].kind == Kind::kVerb;
  const bool placed = clause_.skip_attachments(item + 1) > item + 1;
  const bool stands =
      object || (!placed && (element > 0 || next_is(element, Kind::kVerb)));
  const bool wanted = (slot.types & kFacilityBit) != 0;
  return stands && wanted && clause_.ends_phrase(item) ? mention.implied
                                                       : nullptr;
}

bool Slots::holds(size_t element, size_t item) const {
  return reading(element, item) != nullptr;
}

size_t Slots::find_object(size_t element, size_t at, size_t reach) const {
  return clause_.find_object(at, reach,
                             [&](size_t item) { return holds(element, item); });
}

bool Slots::may_join(const KnownEntity& head, const KnownEntity& next) const {
  const bool a = head.entity.type == text::EntityType::kFacility;
  const bool b = next.entity.type == text::EntityType::kFacility;
  return a == b;
}

bool Slots::may_spread(size_t element, size_t head) const {
  if (elements_[element].role == Role::kOther) return false;
  if (element > 0 || !next_is(element, Kind::kWords) ||
      is_plural(elements_[element + 1].set))
    return true;
  const bool possessor = elements_.size() == 3;  // `A和B的C`
  return !possessor && (is_cjk_at(head) || is_cjk_at(head + 1));
}

bool Slots::is_plural(SetId words) const {
  Token are;
  are.symbol = knowledge_.lexicon().symbols().find("are");
  return knowledge_.lexicon().contains(words, are);
}

bool Slots::listed_before(size_t element,
                          const std::vector<size_t>& members) const {
  const size_t head = members.front();
  for (size_t back = 2; back <= 3 && back < head; ++back) {
    const size_t before = head - back;
    if (clause_.mention(before) == nullptr) continue;
    return holds(element, before) && !clause_.is_possessive(before) &&
           clause_.skip_coordinator(before + 1) == head &&
           (!next_is(element, Kind::kVerb) ||
            is_list({before, members.back()}));
  }
  return false;
}

void Slots::extend_list(size_t element, std::vector<size_t>& members) const {
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

bool Slots::is_list(const std::vector<size_t>& members) const {
  if (clause_.in_title() || members.size() < 2) return true;
  for (size_t i = members.front() + 1; i < members.back(); ++i) {
    const bool joint =
        clause_.is_word(i, "、") || clause_.is_word(i, "·") ||
        knowledge_.lexicon()
                .match(grammar_.conjunction, clause_.words_from(i))
                .size > 0;
    if (joint || is_cjk_at(i)) return true;
  }
  return false;
}

bool Slots::passes_verb(size_t element, size_t first, size_t last) const {
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

bool Slots::leaves_place(size_t first, size_t last) const {
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

bool Slots::is_material(const Element& slot, size_t item) const {
  return slot.types == kCommodityBit && !clause_.is_possessive(item) &&
         clause_.in(grammar_.commodity_after, item + 1);
}

bool Slots::is_object(size_t element) const {
  return element > 0 && is_last(element) &&
         elements_[element - 1].kind == Kind::kVerb;
}

bool Slots::is_cjk_at(size_t at) const {
  return at < clause_.size() && is_cjk(clause_.token(at).kind);
}

bool Slots::takes_commodities(size_t element) const {
  return elements_[element].types == kCommodityBit;
}

}  // namespace extract
