#include "extract/fact_owner.h"

#include <algorithm>

namespace extract {

FactOwner::FactOwner(const FactNames& names, const FactCommodity& commodity,
                     const MeasureBook& book, const Context& context)
    : names_(names),
      commodity_(commodity),
      book_(book),
      sentence_(context.sentence),
      topic_(context.topic),
      glue_(book.lexicon.set("glue")),
      prepositions_(book.lexicon.set("preposition")),
      relatives_(book.lexicon.set("relative")),
      facility_nouns_(book.lexicon.set("noun.facility")),
      topic_marks_(book.lexicon.set("mark.topic")),
      be_(book.lexicon.set("be")),
      state_(book.lexicon.set("state")),
      carry_(book.lexicon.set("carry")),
      gerund_leads_(book.lexicon.set("gerund.lead")),
      opinion_(book.lexicon.set("opinion")) {}

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
      return names_.reading(match.entity, match.entity_types);
    case OwnerKind::kCommodity:
      return commodity_.priced(match);
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
  const bool plants =
      measure.entities == kFacilities && pattern.owner == OwnerKind::kPossessor;
  const bool lasting = plants || measure.takes_topic_commodity;
  const bool opens = pattern.owner == OwnerKind::kPossessor &&
                     names_.begins_sentence(match.first) &&
                     !sentence_.is(match.first + 1, "of");
  if (!lasting && !opens) return nullptr;
  if (measure.takes_topic_facility && !names_.names_any(kFacilities)) {
    if (const auto* facility = topic_.facility()) return facility;
  }
  if (names_.names_any(measure.entities)) return nullptr;
  const TypeSet spoken = measure.takes_topic_commodity
                             ? measure.entities
                             : measure.entities & ~kPlaces & ~kGovernments;
  return topic_.entity(spoken);
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

const KnownEntity* FactOwner::subject(TypeSet types, size_t at) const {
  const bool gerund = at > 0 && sentence_.token(at).folded.ends_with("ing");
  if (gerund && sentence_.in(gerund_leads_, at - 1)) {
    return first_of_sentence(types, at);  // `A sold B after raising`
  }
  if (gerund && (sentence_.is(at - 1, "and") || sentence_.is(at - 1, "from"))) {
    return nullptr;
  }
  return subject_before(types, at);
}

// Walks to the left from the verb at `at`.
const KnownEntity* FactOwner::subject_before(TypeSet types, size_t at) const {
  const size_t end = at > kFactReach ? at - kFactReach : 0;
  constexpr size_t kLoose = 4;
  size_t loose = 0;   // words passed that tell nothing of who it is
  bool plain = true;  // nothing but auxiliaries and adverbs since the verb
  for (size_t i = at; i > end;) {
    --i;
    if (const Found* found = sentence_.mention(i)) {
      const size_t first = sentence_.mention_first(i);
      if (names_.stands_free(first) && !sentence_.token(i).possessive) {
        if (const auto* owner = names_.reading(i, types)) return owner;
        if (plain && known_as(*found, kCommodities) == nullptr) return nullptr;
      }
      i = first;
      plain = false;
      continue;
    }
    if (sentence_.is(i, ")")) {
      while (i > end && sentence_.token(i).folded != "(") --i;
      continue;
    }
    if (sentence_.in(glue_, i)) continue;
    if (sentence_.is(i, ",") && before_insertion(i) != i) {
      i = before_insertion(i);
      continue;
    }
    if (const auto told = subject_told_by(types, i, plain)) return *told;
    if (!sentence_.in(carry_, i) && ++loose > kLoose) return nullptr;
    plain = false;
  }
  return nullptr;
}

// Where the word at `i` ends the walk: whom it tells, or nobody.
std::optional<const KnownEntity*> FactOwner::subject_told_by(TypeSet types,
                                                             size_t i,
                                                             bool plain) const {
  const Token& token = sentence_.token(i);
  if (sentence_.in(relatives_, i)) return antecedent(types, i);
  if (plain && sentence_.in(facility_nouns_, i)) {
    return (types & kFacilities) != 0 ? nominal_facility(i) : nullptr;
  }
  if (token.folded == "," || token.folded == "and" || token.folded == "but") {
    return first_of_sentence(types, i);
  }
  const bool unknown = token.capitalised && i > 0;  // a name
  if (ends_clause(token) || unknown || sentence_.in(opinion_, i)) {
    return nullptr;
  }
  return std::nullopt;
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
  for (size_t i = 0; i < std::min(before, kFactReach); ++i) {
    const Found* found = sentence_.mention(i);
    if (found == nullptr) {
      if (sentence_.token(i).folded == ";") return nullptr;
      continue;
    }
    const size_t last = sentence_.mention_last(i);
    const bool possessive = sentence_.token(last - 1).possessive;
    if (!possessive && names_.stands_free(i) &&
        known_as(*found, kCommodities) == nullptr) {
      const bool leads = names_.begins_sentence(i) || ends_opening(i);
      return leads ? names_.reading(i, types) : nullptr;
    }
    i = last - 1;
  }
  return nullptr;
}

// `In Peru, X`: an introduction and its comma stand before `i`.
bool FactOwner::ends_opening(size_t i) const {
  constexpr size_t kLongest = 12;
  return i > 0 && i <= kLongest && sentence_.is(i - 1, ",") &&
         sentence_.in(prepositions_, 0);
}

// `X는`, `X는 ... Y가`, `X将`: the first that is marked as the topic, else the
// first.
const KnownEntity* FactOwner::cjk_subject(TypeSet types, size_t before) const {
  constexpr size_t kNear = 6;
  for (size_t back = 1; back <= std::min(kNear, before); ++back) {
    const size_t i = before - back;
    if (sentence_.mention(i) != nullptr) break;
    if (book_.lexicon.match(facility_nouns_, sentence_.from(i)).size > 1) {
      return (types & kFacilities) != 0 ? topic_.facility() : nullptr;
    }
  }
  const KnownEntity* first = nullptr;
  const size_t begin = before > 4 * kFactReach ? before - 4 * kFactReach : 0;
  for (size_t i = begin; i < before; ++i) {
    const Found* found = sentence_.mention(i);
    if (found == nullptr) continue;
    const size_t last = sentence_.mention_last(i);
    i = last - 1;
    const KnownEntity* owner = names_.reading(i, types);
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
      return back == 1 || !names_.is_plain(i + 1) ? names_.reading(i, types)
                                                  : nullptr;
    }
    if (!closes && !names_.is_plain(i)) return nullptr;
  }
  return nullptr;
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
      const auto* owner = owns ? names_.reading(i, types) : nullptr;
      if (owner != nullptr) return owner;
      if (known_as(*found, kCommodities) == nullptr) return nullptr;
      i = sentence_.mention_first(i);
      continue;
    }
    if (!names_.is_plain(i) || sentence_.quantity_at(i) != nullptr)
      return nullptr;
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
      const auto* owner = led ? names_.reading(i, types) : nullptr;
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
  for (size_t i = 0; i < std::min(noun, kFactReach); ++i) {
    const KnownEntity* plant = names_.reading(i, kFacilities);
    if (plant != nullptr && std::ranges::find(named, plant) == named.end()) {
      named.push_back(plant);
    }
  }
  if (named.size() == 1) return named.front();
  return named.empty() ? topic_.facility(sentence_.token(noun).folded)
                       : nullptr;
}

}  // namespace extract
