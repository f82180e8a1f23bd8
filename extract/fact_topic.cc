#include "extract/fact_topic.h"

#include <algorithm>
#include <utility>

#include "extract/fact_names.h"

namespace extract {
namespace {

const KnownEntity* facility_of(const Found& found) {
  return found.type() == text::EntityType::kFacility ? &found.entity()
                                                     : found.implied;
}

void add(std::vector<const KnownEntity*>& entities, const KnownEntity* entity) {
  constexpr size_t kMost = 16;
  if (entities.size() < kMost &&
      std::ranges::find(entities, entity) == entities.end()) {
    entities.push_back(entity);
  }
}

}  // namespace

FactTopic::FactTopic(const Reading& reading) : reading_(reading) {
  std::vector<const KnownEntity*> facilities;
  for (const Found& found : reading.found) {
    if (const KnownEntity* facility = facility_of(found)) {
      add(facilities, facility);
    }
  }
  if (facilities.size() == 1) only_facility_ = facilities.front();
}

void FactTopic::pass(size_t passage, size_t sentence) {
  ++commodity_age_;
  std::vector<const KnownEntity*> named;
  for (; next_ < reading_.found.size(); ++next_) {
    const Found& found = reading_.found[next_];
    if (std::pair(found.passage, found.sentence) >
        std::pair(passage, sentence)) {
      break;
    }
    if (found.office) continue;
    add(named, &found.entity());
    if (found.implied != nullptr) add(named, found.implied);
    if (const KnownEntity* facility = facility_of(found)) {
      add(facilities_, facility);
    }
    if (found.type() == text::EntityType::kCommodity && !is_grade(found)) {
      commodity_ = &found.entity();
      commodity_age_ = 1;
    }
  }
  if (named.empty()) return;
  earlier_ = std::move(last_);
  last_ = std::move(named);
}

void FactTopic::say(const std::string& entity) {
  const bool spoken = commodity_ != nullptr && commodity_->entity.id == entity;
  if (spoken) commodity_age_ = 0;
}

// `an average WO3 grade`
bool FactTopic::is_grade(const Found& found) const {
  const auto& tokens = reading_.passages[found.passage].tokens;
  if (found.last >= tokens.size()) return false;
  const std::string& next = tokens[found.last].folded;
  return next == "grade" || next == "grades" || next == "content";
}

const KnownEntity* FactTopic::entity(TypeSet types) const {
  const auto fits = [&](const KnownEntity* entity) {
    return (types >> static_cast<unsigned>(entity->entity.type) & 1U) != 0;
  };
  const auto count = std::ranges::count_if(last_, fits);
  const bool back =
      count == 0 && types == kPlaces;  // a state is spoken of long
  const auto& named = back ? earlier_ : last_;
  const bool one = std::ranges::count_if(named, fits) == 1;
  return one ? *std::ranges::find_if(named, fits) : nullptr;
}

const KnownEntity* FactTopic::facility(std::string_view noun) const {
  const KnownEntity* called = nullptr;
  size_t count = 0;
  for (const KnownEntity* facility : facilities_) {
    if (noun.empty() || !facility->entity.name.ends_with(noun)) continue;
    called = facility;
    ++count;
  }
  if (count == 1) return called;
  if (const auto* last = entity(kFacilities)) return last;
  if (facilities_.size() == 1) return facilities_.front();
  return facilities_.empty() ? only_facility_ : nullptr;
}

const KnownEntity* FactTopic::commodity(size_t sentences) const {
  return commodity_age_ <= sentences ? commodity_ : nullptr;
}

}  // namespace extract
