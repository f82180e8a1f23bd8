#include "extract/fact_owner.h"

#include <algorithm>

namespace extract {
namespace {

constexpr size_t kReach = 40;  // tokens that a subject may stand before

TypeSet bit(text::EntityType type) {
  return static_cast<TypeSet>(1U << static_cast<unsigned>(type));
}

const TypeSet kCommodities = bit(text::EntityType::kCommodity);
const TypeSet kFacilities = bit(text::EntityType::kFacility);
const TypeSet kGovernments = bit(text::EntityType::kGovernment);
const TypeSet kPlaces = bit(text::EntityType::kPlace);

}  // namespace

FactOwner::FactOwner(const Knowledge& knowledge, const MeasureBook& book,
                     const FactSentence& sentence, const FactTopic& topic)
    : knowledge_(knowledge), book_(book), sentence_(sentence), topic_(topic) {
  const Lexicon& lexicon = book.lexicon;
  glue_ = lexicon.set("glue");
  prepositions_ = lexicon.set("preposition");
  determiners_ = lexicon.set("determiner");
  relatives_ = lexicon.set("relative");
  facility_nouns_ = lexicon.set("noun.facility");
  topic_marks_ = lexicon.set("mark.topic");
}

const KnownEntity* FactOwner::reading(const Found& found, TypeSet types) const {
  if (const KnownEntity* known = known_as(found, types)) return known;
  if ((types & kGovernments) != 0 && (types & kPlaces) == 0) {
    const KnownEntity* place = known_as(found, kPlaces);
    return place == nullptr ? nullptr : knowledge_.government_of(*place);
  }
  return nullptr;
}

const KnownEntity* FactOwner::find(const Measure& measure,
                                   const FactPattern& pattern,
                                   const FactMatch& match) const {
  if (measure.prefers_facility && pattern.owner != OwnerKind::kNamed) {
    const KnownEntity* plant =
        located(kFacilities & measure.entities, match.first, match.last);
    if (plant != nullptr) return plant;
  }
  return by_role(measure, pattern, match);
}

const KnownEntity* FactOwner::by_role(const Measure& measure,
                                      const FactPattern& pattern,
                                      const FactMatch& match) const {
  switch (pattern.owner) {
    case OwnerKind::kNamed:
      return reading(*match.entity, match.entity_types);
    case OwnerKind::kCommodity:
      return priced(match);
    case OwnerKind::kPossessor:
      if (const auto* owner = possessor(measure.entities, match)) return owner;
      [[fallthrough]];
    case OwnerKind::kSubject:
      break;
  }
  if (sentence_.is_cjk_at(match.first)) {
    if (const auto* owner = cjk_subject(measure.entities, match.first)) {
      return owner;
    }
  } else if (const auto* owner = subject(measure.entities, match.first)) {
    return owner;
  }
  return names_any(measure.entities) ? nullptr : from_topic(measure.entities);
}

// Walks to the left from the verb at `at`.
const KnownEntity* FactOwner::subject(TypeSet types, size_t at) const {
  const size_t end = at > kReach ? at - kReach : 0;
  bool plain = true;  // nothing but auxiliaries and adverbs since the verb
  for (size_t i = at; i > end;) {
    --i;
    if (const Found* found = sentence_.mention(i)) {
      const size_t first = sentence_.mention_first(i);
      const bool possessive = sentence_.token(i).possessive;
      if (stands_free(first) && !possessive) {
        if (const auto* owner = reading(*found, types)) return owner;
        if (plain && known_as(*found, kCommodities) == nullptr) return nullptr;
      }
      i = first;
      plain = false;
      continue;
    }
    const Token& token = sentence_.token(i);
    if (token.folded == ")") {
      while (i > end && sentence_.token(i).folded != "(") --i;
      continue;
    }
    if (sentence_.in(glue_, i)) continue;
    if (sentence_.in(relatives_, i)) return antecedent(types, i);
    if (plain && sentence_.in(facility_nouns_, i)) return nominal_facility(i);
    if (token.folded == ",") {
      const size_t before = before_insertion(i);
      if (before == i) return first_of_sentence(types, i);
      i = before;
      continue;
    }
    if (token.folded == "and" || token.folded == "but") {
      return first_of_sentence(types, i);
    }
    if (ends_clause(token)) return nullptr;
    plain = false;
  }
  return nullptr;
}

// The comma that begins an insertion that the one at `comma` ends, if a
// mention stands before it; `comma` itself if there is none.
size_t FactOwner::before_insertion(size_t comma) const {
  constexpr size_t kLongest = 25;
  for (size_t back = 2; back <= std::min(kLongest, comma); ++back) {
    const size_t at = comma - back;
    if (ends_clause(sentence_.token(at))) return comma;
    if (sentence_.token(at).folded != ",") continue;
    const bool named = at > 0 && sentence_.mention(at - 1) != nullptr;
    const bool listed = sentence_.token(at + 1).folded == "and";
    return named && !listed ? at : comma;
  }
  return comma;
}

// `A bought B and will produce`: what the sentence begins with.
const KnownEntity* FactOwner::first_of_sentence(TypeSet types,
                                                size_t before) const {
  for (size_t i = 0; i < std::min(before, kReach); ++i) {
    const Found* found = sentence_.mention(i);
    if (found == nullptr) {
      if (sentence_.token(i).folded == ";") return nullptr;
      continue;
    }
    const size_t last = sentence_.mention_last(i);
    const bool possessive = sentence_.token(last - 1).possessive;
    if (!possessive && stands_free(i) &&
        known_as(*found, kCommodities) == nullptr) {
      return reading(*found, types);
    }
    i = last - 1;
  }
  return nullptr;
}

// `X는`, `X는 ... Y가`, `X将`: the first that is marked as the topic, else the
// first.
const KnownEntity* FactOwner::cjk_subject(TypeSet types, size_t before) const {
  const KnownEntity* first = nullptr;
  const size_t begin = before > 4 * kReach ? before - 4 * kReach : 0;
  for (size_t i = begin; i < before; ++i) {
    const Found* found = sentence_.mention(i);
    if (found == nullptr) continue;
    const size_t last = sentence_.mention_last(i);
    i = last - 1;
    const KnownEntity* owner = reading(*found, types);
    if (owner == nullptr) continue;
    if (sentence_.in(topic_marks_, last)) return owner;
    if (first == nullptr) first = owner;
  }
  return first;
}

// `the Budel smelter, which has`
const KnownEntity* FactOwner::antecedent(TypeSet types, size_t relative) const {
  size_t at = relative;
  while (at > 0 && (sentence_.token(at - 1).folded == "," ||
                    sentence_.token(at - 1).folded == ")")) {
    --at;
  }
  if (at == 0) return nullptr;
  const Found* found = sentence_.mention(at - 1);
  return found == nullptr ? nullptr : reading(*found, types);
}

bool FactOwner::is_plain(size_t i) const {
  const Token& token = sentence_.token(i);
  const bool word = token.kind == TokenKind::kWord || is_cjk(token.kind) ||
                    token.kind == TokenKind::kNumber || token.folded == "-";
  return word && !sentence_.in(glue_, i) && !sentence_.in(prepositions_, i) &&
         !sentence_.in(relatives_, i) && token.folded != "and";
}

const KnownEntity* FactOwner::possessor(TypeSet types,
                                        const FactMatch& match) const {
  if (const auto* owner = possessor_before(types, match.first)) return owner;
  return located(types, match.first, match.last);
}

// `Nyrstar's zinc output`, `Escondida output`, `its output`
const KnownEntity* FactOwner::possessor_before(TypeSet types, size_t at) const {
  constexpr size_t kWords = 5;
  const bool cjk = sentence_.is_cjk_at(at);
  size_t passed = 0;
  for (size_t i = at; i > 0 && passed <= kWords; ++passed) {
    --i;
    if (const Found* found = sentence_.mention(i)) {
      const bool owns =
          cjk || sentence_.token(i).possessive || passed <= 2 || found->nominal;
      const auto* owner = owns ? reading(*found, types) : nullptr;
      if (owner != nullptr) return owner;
      if (known_as(*found, kCommodities) == nullptr) return nullptr;
      i = sentence_.mention_first(i);
      continue;
    }
    if (!is_plain(i) || sentence_.quantity_at(i) != nullptr) return nullptr;
  }
  return nullptr;
}

// `output at the Hobart smelter`, `capacity of Budel`
const KnownEntity* FactOwner::located(TypeSet types, size_t first,
                                      size_t last) const {
  constexpr size_t kAfter = 12;
  const size_t end = std::min(last + kAfter, sentence_.size());
  bool led = false;
  for (size_t i = first; i < end; ++i) {
    const bool beyond = i >= last;
    const Token& token = sentence_.token(i);
    if (beyond && (ends_clause(token) || token.folded == "," ||
                   sentence_.quantity_at(i) != nullptr ||
                   sentence_.in(relatives_, i) || sentence_.in(glue_, i))) {
      return nullptr;
    }
    if (const Found* found = sentence_.mention(i)) {
      const size_t past = sentence_.mention_last(i);
      const auto* owner = led ? reading(*found, types) : nullptr;
      if (owner != nullptr && !sentence_.token(past - 1).possessive) {
        return owner;
      }
      i = past - 1;
      continue;
    }
    if (sentence_.in(prepositions_, i)) {
      led = token.folded != "to" && token.folded != "with" &&
            token.folded != "than";
    }
  }
  return nullptr;
}

// `the plant`, where the sentence or the ones before name a facility.
const KnownEntity* FactOwner::nominal_facility(size_t before) const {
  const KnownEntity* named = nullptr;
  for (size_t i = 0; i < std::min(before, kReach); ++i) {
    const Found* found = sentence_.mention(i);
    const auto* plant = found ? known_as(*found, kFacilities) : nullptr;
    if (plant == nullptr || plant == named) continue;
    if (named != nullptr) return nullptr;
    named = plant;
  }
  return named != nullptr ? named : from_topic(kFacilities);
}

const KnownEntity* FactOwner::from_topic(TypeSet types) const {
  const auto fits = [&](const KnownEntity* entity) {
    return (types >> static_cast<unsigned>(entity->entity.type) & 1U) != 0;
  };
  const auto count = std::ranges::count_if(topic_.last, fits);
  if (count == 1) return *std::ranges::find_if(topic_.last, fits);
  if (count == 0 && (types & kFacilities) != 0 &&
      topic_.facilities.size() == 1) {
    return topic_.facilities.front();
  }
  return nullptr;
}

// The commodity that a price is of: the one said last before it in its clause,
// the one said behind it, the one that was spoken of.
const KnownEntity* FactOwner::priced(const FactMatch& match) const {
  if (match.commodity != nullptr) {
    return known_as(*match.commodity, kCommodities);
  }
  const size_t end = match.last > kReach ? match.last - kReach : 0;
  for (size_t i = match.last; i > end;) {
    --i;
    const Quantity* other = sentence_.quantity_at(i);
    if (i < match.first && other != nullptr &&
        other->kind.starts_with("money")) {
      break;
    }
    if (sentence_.token(i).folded == ";") break;
    const Found* found = sentence_.mention(i);
    if (found == nullptr) continue;
    if (const auto* c = known_as(*found, kCommodities)) return c;
  }
  for (size_t i = match.last; i < std::min(match.last + 8, sentence_.size());
       ++i) {
    if (ends_clause(sentence_.token(i)) || sentence_.token(i).folded == ",") {
      break;
    }
    const Found* found = sentence_.mention(i);
    if (found == nullptr) continue;
    if (const auto* c = known_as(*found, kCommodities)) return c;
  }
  constexpr size_t kRecent = 3;
  const bool spoken = topic_.commodity_age <= kRecent;
  return spoken && !names_any(kCommodities) ? topic_.commodity : nullptr;
}

const KnownEntity* FactOwner::commodity(const FactMatch& match,
                                        const Quantity& quantity) const {
  if (match.commodity != nullptr) {
    return known_as(*match.commodity, kCommodities);
  }
  const auto at = [&](size_t i) -> const KnownEntity* {
    const Found* found = i < sentence_.size() ? sentence_.mention(i) : nullptr;
    return found == nullptr ? nullptr : known_as(*found, kCommodities);
  };
  // `5,000 t of refined zinc`, `300 mt tungsten concentrate`
  for (size_t i = quantity.last; i < quantity.last + 6 && i < sentence_.size();
       ++i) {
    if (at(i) != nullptr) {
      const size_t past = sentence_.mention_last(i);
      const bool listed = sentence_.is(past, "and") || sentence_.is(past, ",");
      return listed && at(past + 1) != nullptr ? nullptr : at(i);
    }
    const bool leads = sentence_.is(i, "of") || is_plain(i);
    if (!leads || sentence_.quantity_at(i) != nullptr) break;
  }
  // `zinc output`, `output of zinc`
  for (size_t i = quantity.first; i > match.first; --i) {
    if (at(i - 1) != nullptr) return at(i - 1);
  }
  for (size_t back = 1; back <= std::min<size_t>(2, match.first); ++back) {
    if (at(match.first - back) != nullptr) return at(match.first - back);
    if (!is_plain(match.first - back)) break;
  }
  return nullptr;
}

bool FactOwner::names_any(TypeSet types) const {
  for (size_t i = 0; i < std::min(sentence_.size(), 4 * kReach); ++i) {
    const Found* found = sentence_.mention(i);
    if (found != nullptr && reading(*found, types) != nullptr) return true;
  }
  return false;
}

// True if the noun phrase that the mention at `first` ends is the object of no
// preposition.
bool FactOwner::stands_free(size_t first) const {
  constexpr size_t kWords = 4;
  for (size_t back = 1; back <= std::min(kWords, first); ++back) {
    const size_t i = first - back;
    if (sentence_.in(prepositions_, i)) return false;
    if (sentence_.mention(i) != nullptr || sentence_.in(glue_, i) ||
        !is_plain(i)) {
      return true;
    }
    if (sentence_.in(determiners_, i)) {
      return i == 0 || !sentence_.in(prepositions_, i - 1);
    }
  }
  return true;
}

}  // namespace extract
