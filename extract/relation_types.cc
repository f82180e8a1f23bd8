#include "extract/relation_types.h"

#include <array>
#include <cstdint>

namespace extract {
namespace {

using text::EntityType;
using text::RelationType;

using Types = uint16_t;

constexpr Types bit(EntityType type) {
  return static_cast<Types>(1U << static_cast<unsigned>(type));
}

constexpr Types kPerson = bit(EntityType::kPerson);
constexpr Types kCompany = bit(EntityType::kCompany);
constexpr Types kGovernment = bit(EntityType::kGovernment);
constexpr Types kOrganization = bit(EntityType::kOrganization);
constexpr Types kPlace = bit(EntityType::kPlace);
constexpr Types kFacility = bit(EntityType::kFacility);
constexpr Types kCommodity = bit(EntityType::kCommodity);
constexpr Types kAgreement = bit(EntityType::kAgreement);
constexpr Types kProduct = bit(EntityType::kProduct);

constexpr Types kBodies = kCompany | kGovernment | kOrganization;
constexpr Types kStates = kGovernment | kPlace;  // `China banned`
constexpr Types kAnything =
    kPerson | kBodies | kPlace | kFacility | kCommodity | kAgreement | kProduct;

struct Domain {
  RelationType type;
  Types sources;
  Types targets;
};

constexpr std::array<Domain, text::kRelationTypeCount> kDomains = {{
    {RelationType::kAcquires, kBodies | kPerson,
     kCompany | kFacility | kProduct},
    {RelationType::kSells, kBodies | kPerson, kCompany | kFacility | kProduct},
    {RelationType::kOwns, kBodies | kPerson | kPlace,
     kCompany | kFacility | kProduct},
    {RelationType::kOperates, kBodies, kCompany | kFacility | kProduct},
    {RelationType::kBuilds, kBodies, kFacility | kProduct},
    {RelationType::kInvestsIn, kBodies | kPerson,
     kCompany | kFacility | kPlace | kProduct},
    {RelationType::kFinances, kBodies, kCompany | kFacility | kAgreement},
    {RelationType::kSubsidiaryOf, kCompany, kCompany},
    {RelationType::kPartnersWith, kBodies, kBodies},
    {RelationType::kSupplies, kCompany | kFacility | kPlace,
     kBodies | kFacility | kPlace | kCommodity},
    {RelationType::kCompetesWith, kCompany, kCompany},
    {RelationType::kProduces, kCompany | kFacility | kPlace,
     kCommodity | kProduct},
    {RelationType::kUses, kCompany | kFacility | kProduct,
     kCommodity | kProduct},
    {RelationType::kLocatedIn, kFacility | kBodies, kPlace},
    {RelationType::kHeadquarteredIn, kBodies, kPlace},
    {RelationType::kPartOf, kPlace | kGovernment | kOrganization | kCompany,
     kPlace | kGovernment | kOrganization | kCompany},
    {RelationType::kWorksFor, kPerson, kBodies},
    {RelationType::kLeads, kPerson, kBodies | kPlace},
    {RelationType::kFounded, kPerson | kBodies, kBodies},
    {RelationType::kMemberOf, kBodies | kPlace | kPerson,
     kOrganization | kAgreement},
    {RelationType::kRegulates, kStates | kOrganization, kAnything},
    {RelationType::kRestricts, kStates | kOrganization, kAnything},
    {RelationType::kSupports, kStates | kOrganization, kAnything},
    {RelationType::kExportsTo, kPlace | kBodies | kFacility, kPlace},
    {RelationType::kImportsFrom, kPlace | kBodies | kFacility, kPlace},
    {RelationType::kLivesIn, kPerson, kPlace},
    {RelationType::kAgreesWith, kBodies | kPlace, kBodies | kPlace},
}};

}  // namespace

bool may_relate(RelationType type, EntityType source, EntityType target) {
  for (const Domain& domain : kDomains) {
    if (domain.type != type) continue;
    const bool both = (domain.sources & bit(source)) != 0 &&
                      (domain.targets & bit(target)) != 0;
    const bool same = type != RelationType::kPartOf || source == target;
    return both && same;
  }
  return false;
}

}  // namespace extract
