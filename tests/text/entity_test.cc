#include "text/entity.h"

#include <doctest/doctest.h>

using namespace text;

TEST_CASE("every entity type is read back from its name") {
  for (int i = 0; i < kEntityTypeCount; ++i) {
    const auto type = static_cast<EntityType>(i);
    CHECK(parse_entity_type(to_string(type)) == type);
  }
  CHECK(to_string(EntityType::kCompany) == "company");
  CHECK(to_string(EntityType::kProduct) == "product");
  CHECK_FALSE(parse_entity_type(""));
}

TEST_CASE("every relation type is read back from its name") {
  for (int i = 0; i < kRelationTypeCount; ++i) {
    const auto type = static_cast<RelationType>(i);
    CHECK(parse_relation_type(to_string(type)) == type);
  }
  CHECK(to_string(RelationType::kAcquires) == "acquires");
  CHECK(to_string(RelationType::kHeadquarteredIn) == "headquartered_in");
  CHECK(to_string(RelationType::kAgreesWith) == "agrees_with");
  CHECK_FALSE(parse_relation_type("knows"));
}

TEST_CASE("modalities are read back from their names") {
  CHECK(to_string(Modality::kRumoured) == "rumoured");
  CHECK(parse_modality("planned") == Modality::kPlanned);
  CHECK_FALSE(parse_modality("certain"));
}

TEST_CASE("the coarse class is that of newswire corpora") {
  CHECK(coarse_class(EntityType::kPerson) == "PER");
  CHECK(coarse_class(EntityType::kGovernment) == "ORG");
  CHECK(coarse_class(EntityType::kFacility) == "LOC");
  CHECK(coarse_class(EntityType::kAgreement) == "MISC");
  CHECK(coarse_class(EntityType::kCommodity).empty());
}

TEST_CASE("only partners, competitors and parties may change places") {
  CHECK(is_symmetric(RelationType::kPartnersWith));
  CHECK(is_symmetric(RelationType::kCompetesWith));
  CHECK(is_symmetric(RelationType::kAgreesWith));
  CHECK_FALSE(is_symmetric(RelationType::kAcquires));
}

TEST_CASE("an entity id is its type and the slug of its name") {
  CHECK(make_entity_id(EntityType::kCompany, "Korea Zinc") ==
        "company:korea-zinc");
  CHECK(type_of_entity_id("facility:port-pirie-smelter") ==
        EntityType::kFacility);
  CHECK_FALSE(type_of_entity_id("korea-zinc"));
  CHECK_FALSE(type_of_entity_id("thing:korea-zinc"));
}
