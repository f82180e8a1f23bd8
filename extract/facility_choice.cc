#include "extract/facility_choice.h"

#include <algorithm>

namespace extract {
namespace {

bool is_named_after(const KnownEntity& facility, const KnownEntity& place) {
  return facility.entity.name.starts_with(place.entity.name);
}

// `its titanium dioxide plant` is no alumina refinery.
bool makes_others(const KnownEntity& facility, const FacilityDescription& d) {
  return !d.commodities.empty() && !facility.fact("produces").empty() &&
         std::ranges::none_of(d.commodities, [&](const KnownEntity* made) {
           return facility.has_fact("produces", made->entity.id);
         });
}

}  // namespace

const KnownEntity* FacilityChoice::choose(const FacilityDescription& d,
                                          const KnownEntity* last) const {
  if (const auto named = named_after(d); named.size() == 1) {
    return named.front();
  }
  const bool constrained = !d.places.empty() || d.owner != nullptr;
  if (!constrained) {
    const bool fresh = d.definite && last != nullptr && fits(*last, d) &&
                       !makes_others(*last, d);
    return fresh ? last : nullptr;
  }
  // `project` and `facility` alone tell too little.
  if (d.head == HeadClass::kAny) return nullptr;
  std::vector<const KnownEntity*> fitting;
  for (const KnownEntity* f : named_) {
    if (fits(*f, d) && !makes_others(*f, d)) fitting.push_back(f);
  }
  if (fitting.size() == 1) return fitting.front();
  const bool recent = std::ranges::find(fitting, last) != fitting.end();
  return recent && d.definite ? last : nullptr;
}

bool FacilityChoice::fits(const KnownEntity& facility,
                          const FacilityDescription& d) const {
  const HeadClass head = knowledge_->head_of(facility);
  const bool stands_apart = head == HeadClass::kNone &&  // a port, a road
                            !facility.fact("kind").empty() &&
                            d.head != HeadClass::kAny;
  if (stands_apart || !compatible(head, d.head)) return false;
  for (const KnownEntity* place : d.places) {
    if (!knowledge_->lies_in(facility, place->entity.id) &&
        !is_named_after(facility, *place)) {
      return false;
    }
  }
  return d.owner == nullptr || is_held(facility, d);
}

bool FacilityChoice::is_held(const KnownEntity& facility,
                             const FacilityDescription& d) const {
  bool owned = false;
  bool stated = false;
  for (const auto& [key, value] : facility.facts) {
    if (key != "operator" && key != "owner" && key != "parent") continue;
    stated = true;
    owned |= value == d.owner->entity.id;
    const KnownEntity* holder = knowledge_->gazetteer().find(value);
    owned |=
        holder != nullptr && (holder->has_fact("parent", d.owner->entity.id) ||
                              holder->has_fact("owner", d.owner->entity.id));
  }
  return owned || !stated || !d.places.empty();
}

// The facilities that a place and a head noun name: Clarksville + smelter.
std::vector<const KnownEntity*> FacilityChoice::named_after(
    const FacilityDescription& d) const {
  std::vector<const KnownEntity*> named;
  for (const KnownEntity* place : d.places) {
    Phrase stem;
    for (const Token& t : tokenize(place->entity.name)) {
      stem.push_back(knowledge_->lexicon().symbols().find(t.folded));
    }
    for (const KnownEntity* f : knowledge_->facilities(stem)) {
      if (fits(*f, d)) named.push_back(f);
    }
    if (!named.empty()) break;
  }
  return named;
}

}  // namespace extract
