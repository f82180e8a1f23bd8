#include "extract/relation_types.h"

#include <doctest/doctest.h>

namespace extract {
namespace {

using text::EntityType;
using text::RelationType;

TEST_CASE("relations hold only between what can stand in them") {
  CHECK(may_relate(RelationType::kProduces, EntityType::kFacility,
                   EntityType::kCommodity));
  CHECK_FALSE(may_relate(RelationType::kProduces, EntityType::kCommodity,
                         EntityType::kFacility));
  CHECK_FALSE(may_relate(RelationType::kLeads, EntityType::kCompany,
                         EntityType::kPerson));
  CHECK_FALSE(may_relate(RelationType::kPartOf, EntityType::kCompany,
                         EntityType::kPlace));
}

TEST_CASE("every relation has someone to stand in it") {
  for (int type = 0; type < text::kRelationTypeCount; ++type) {
    bool any = false;
    for (int source = 0; source < text::kEntityTypeCount; ++source) {
      for (int target = 0; target < text::kEntityTypeCount; ++target) {
        any |= may_relate(static_cast<RelationType>(type),
                          static_cast<EntityType>(source),
                          static_cast<EntityType>(target));
      }
    }
    CAPTURE(type);
    CHECK(any);
  }
}

}  // namespace
}  // namespace extract
