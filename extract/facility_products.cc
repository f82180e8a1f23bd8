#include "extract/facility_products.h"

#include <span>

namespace extract {

using text::EntityType;

std::vector<const KnownEntity*> made_by(const Knowledge& knowledge,
                                        const Passage& passage,
                                        const Found& facility) {
  std::vector<const KnownEntity*> made = facility.modifiers;
  if (!made.empty() || facility.type() != EntityType::kFacility) return made;
  const auto& gazetteer = knowledge.gazetteer();
  for (size_t i = facility.first + 1; i < facility.last; ++i) {
    const auto rest = std::span(passage.tokens).subspan(i, facility.last - i);
    for (const auto& match : knowledge.names().find(rest)) {
      for (const uint32_t value : match.values) {
        if (value >= Knowledge::kOffices) continue;
        const KnownEntity& named =
            gazetteer.entities()[gazetteer.aliases()[value].entity];
        const bool is_made =
            named.entity.type == EntityType::kCommodity &&
            facility.entity().has_fact("produces", named.entity.id);
        if (is_made) made.push_back(&named);
      }
    }
  }
  return made;
}

}  // namespace extract
