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
  be_ = lexicon.set("be");
  state_ = lexicon.set("state");
  carry_ = lexicon.set("carry");
  gerund_leads_ = lexicon.set("gerund.lead");
}

const KnownEntity* FactOwner::reading(size_t i, TypeSet types) const {
  const Found* found = i < sentence_.size() ? sentence_.mention(i) : nullptr;
  if (found == nullptr) return nullptr;
  const size_t last = sentence_.mention_last(i);
  const bool compound = sentence_.is(last, "-") &&  // `Seoul-based`
                        !sentence_.token(last).space_before;
  if (compound) return nullptr;
  if ((types & kFacilities) != 0 && found->implied != nullptr &&
      !sentence_.is(last, "in") && !sentence_.is(last, ",")) {
    return found->implied;
  }
  if (const KnownEntity* known = known_as(*found, types)) return known;
  if ((types & kGovernments) != 0 && (types & kPlaces) == 0) {
    const KnownEntity* place = known_as(*found, kPlaces);
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
      return reading(match.entity, match.entity_types);
    case OwnerKind::kCommodity:
      return priced(match);
    case OwnerKind::kPossessor:
      if (const auto* owner = possessor(measure.entities, match)) return owner;
      [[fallthrough]];
    case OwnerKind::kSubject:
      if (is_passive(match.first)) return nullptr;
      break;
  }
  const KnownEntity* owner = is_cjk_around(match.first, match.last)
                                 ? cjk_subject(measure.entities, match.first)
                                 : subject(measure.entities, match.first);
  if (owner != nullptr) return owner;
  const bool plants = measure.entities == kFacilities;
  const bool lasting = plants || measure.takes_topic_commodity;
  if (!lasting && !begins_sentence(match.first)) return nullptr;
  if (measure.takes_topic_facility && !names_any(kFacilities)) {
    if (const auto* facility = topic_facility()) return facility;
  }
  return names_any(measure.entities) ? nullptr : from_topic(measure.entities);
}

// True if nobody is named before token `i`, known or not: `Net sales were`.
bool FactOwner::begins_sentence(size_t i) const {
  constexpr size_t kWords = 4;
  if (i > kWords) return false;
  for (size_t k = 0; k < i; ++k) {
    const Token& token = sentence_.token(k);
    if (k > 0 && token.capitalised) return false;
    if (sentence_.mention(k) != nullptr &&
        known_as(*sentence_.mention(k), kCommodities) == nullptr) {
      return false;
    }
  }
  return true;
}

// `was paid $5m`, but not `is capable of producing`.
bool FactOwner::is_passive(size_t verb) const {
  const Token& token = sentence_.token(verb);
  return verb > 0 && sentence_.in(be_, verb - 1) &&
         token.kind == TokenKind::kWord && !token.folded.ends_with("ing") &&
         !sentence_.in(state_, verb) && sentence_.quantity_at(verb) == nullptr;
}

bool FactOwner::is_cjk_around(size_t first, size_t last) const {
  return sentence_.is_cjk_at(first) || sentence_.is_cjk_at(last) ||
         (first > 0 && sentence_.is_cjk_at(first - 1));
}

// Walks to the left from the verb at `at`.
const KnownEntity* FactOwner::subject(TypeSet types, size_t at) const {
  const size_t end = at > kReach ? at - kReach : 0;
  constexpr size_t kLoose = 4;
  if (at > 0 && sentence_.token(at).folded.ends_with("ing") &&
      sentence_.in(gerund_leads_, at - 1)) {
    return first_of_sentence(types, at);  // `A sold B after raising`
  }
  size_t loose = 0;   // words passed that tell nothing of who it is
  bool plain = true;  // nothing but auxiliaries and adverbs since the verb
  for (size_t i = at; i > end;) {
    --i;
    if (const Found* found = sentence_.mention(i)) {
      const size_t first = sentence_.mention_first(i);
      const bool possessive = sentence_.token(i).possessive;
      if (stands_free(first) && !possessive) {
        if (const auto* owner = reading(i, types)) return owner;
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
    if (!sentence_.in(carry_, i) && ++loose > kLoose) return nullptr;
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
      const bool leads = begins_sentence(i) || sentence_.is(i - 1, ",");
      return leads ? reading(i, types) : nullptr;
    }
    i = last - 1;
  }
  return nullptr;
}

// `X는`, `X는 ... Y가`, `X将`: the first that is marked as the topic, else the
// first.
const KnownEntity* FactOwner::cjk_subject(TypeSet types, size_t before) const {
  constexpr size_t kNear = 6;
  for (size_t back = 1; back <= std::min(kNear, before); ++back) {
    const size_t i = before - back;
    if (sentence_.mention(i) != nullptr) break;
    if (book_.lexicon.match(facility_nouns_, sentence_.from(i)).size > 1) {
      return (types & kFacilities) != 0 ? topic_facility() : nullptr;
    }
  }
  const KnownEntity* first = nullptr;
  const size_t begin = before > 4 * kReach ? before - 4 * kReach : 0;
  for (size_t i = begin; i < before; ++i) {
    const Found* found = sentence_.mention(i);
    if (found == nullptr) continue;
    const size_t last = sentence_.mention_last(i);
    i = last - 1;
    const KnownEntity* owner = reading(i, types);
    if (owner == nullptr) continue;
    if (sentence_.in(topic_marks_, last)) return owner;
    if (first == nullptr) first = owner;
  }
  return first;
}

// `the Budel smelter, which has`, `ResourceEU, a plan which is to bring`
const KnownEntity* FactOwner::antecedent(TypeSet types, size_t relative) const {
  constexpr size_t kApposed = 5;
  for (size_t back = 1; back <= std::min(kApposed, relative); ++back) {
    const size_t i = relative - back;
    const bool closes =
        sentence_.is(i, ",") || (back == 1 && sentence_.is(i, ")"));
    if (sentence_.mention(i) != nullptr) {
      return back == 1 || !is_plain(i + 1) ? reading(i, types) : nullptr;
    }
    if (!closes && !is_plain(i)) return nullptr;
  }
  return nullptr;
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
          sentence_.token(i).possessive || found->nominal ||
          (cjk ? is_cjk_possessive(i + 1) || passed == 0 : passed <= 2);
      const auto* owner = owns ? reading(i, types) : nullptr;
      if (owner != nullptr) return owner;
      if (known_as(*found, kCommodities) == nullptr) return nullptr;
      i = sentence_.mention_first(i);
      continue;
    }
    if (!is_plain(i) || sentence_.quantity_at(i) != nullptr) return nullptr;
    if (sentence_.token(i).possessive && sentence_.in(facility_nouns_, i)) {
      return nominal_facility(i);
    }
  }
  return nullptr;
}

// `의`, `的`, `の`
bool FactOwner::is_cjk_possessive(size_t i) const {
  return sentence_.is(i, "의") || sentence_.is(i, "的") ||
         sentence_.is(i, "の");
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
    if (sentence_.mention(i) != nullptr) {
      const size_t past = sentence_.mention_last(i);
      const auto* owner = led ? reading(i, types) : nullptr;
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

// `the plant`, where the sentence or the ones before name one facility, or one
// that is called so.
const KnownEntity* FactOwner::nominal_facility(size_t noun) const {
  std::vector<const KnownEntity*> named;
  for (size_t i = 0; i < std::min(noun, kReach); ++i) {
    const KnownEntity* plant = reading(i, kFacilities);
    if (plant != nullptr && std::ranges::find(named, plant) == named.end()) {
      named.push_back(plant);
    }
  }
  if (named.size() == 1) return named.front();
  return named.empty() ? topic_facility(sentence_.token(noun).folded) : nullptr;
}

const KnownEntity* FactOwner::from_topic(TypeSet types) const {
  const auto fits = [&](const KnownEntity* entity) {
    return (types >> static_cast<unsigned>(entity->entity.type) & 1U) != 0;
  };
  const auto count = std::ranges::count_if(topic_.last, fits);
  const bool back =
      count == 0 && types == kPlaces;  // a state is spoken of long
  const auto& named = back ? topic_.earlier : topic_.last;
  const bool one = std::ranges::count_if(named, fits) == 1;
  return one ? *std::ranges::find_if(named, fits) : nullptr;
}

// The facility that the sentence before named, else the only one there is; of
// several the only one whose name ends with `noun`.
const KnownEntity* FactOwner::topic_facility(std::string_view noun) const {
  const KnownEntity* called = nullptr;
  size_t count = 0;
  for (const KnownEntity* facility : topic_.facilities) {
    if (noun.empty() || !facility->entity.name.ends_with(noun)) continue;
    called = facility;
    ++count;
  }
  if (count == 1) return called;
  if (const auto* last = from_topic(kFacilities)) return last;
  if (topic_.facilities.size() == 1) return topic_.facilities.front();
  return topic_.facilities.empty() ? topic_.only_facility : nullptr;
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
  if (names_any(kCommodities)) return only_commodity();
  constexpr size_t kRecent = 3;
  constexpr size_t kTight = 5;  // `price of`, `prices at`
  const bool spoken = topic_.commodity_age <= kRecent &&
                      match.quantity_first - match.first <= kTight;
  return spoken ? topic_.commodity : nullptr;
}

// The commodity of the sentence, if it names one only.
const KnownEntity* FactOwner::only_commodity() const {
  const KnownEntity* only = nullptr;
  for (size_t i = 0; i < std::min(sentence_.size(), 4 * kReach); ++i) {
    const KnownEntity* commodity = reading(i, kCommodities);
    if (commodity == nullptr || commodity == only) continue;
    if (only != nullptr) return nullptr;
    only = commodity;
  }
  return only;
}

const KnownEntity* FactOwner::commodity(const Measure& measure,
                                        const FactMatch& match,
                                        const Quantity& quantity) const {
  const KnownEntity* said = said_commodity(match, quantity);
  const bool spoken = said == nullptr && measure.takes_topic_commodity &&
                      topic_.commodity_age <= 2 && !names_any(kCommodities);
  return spoken ? topic_.commodity : said;
}

const KnownEntity* FactOwner::said_commodity(const FactMatch& match,
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
    if (reading(i, types) != nullptr) return true;
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
