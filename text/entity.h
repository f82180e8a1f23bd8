// What entities and relations are: their types and names.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace text {

enum class EntityType : uint8_t {
  kPerson,
  kCompany,
  kGovernment,
  kOrganization,
  kPlace,
  kFacility,
  kCommodity,
  kAgreement,
  kProduct,
};
inline constexpr int kEntityTypeCount = 9;

std::string_view to_string(EntityType type);  // `company`
std::optional<EntityType> parse_entity_type(std::string_view name);

// The class that newswire corpora use (`PER`, `ORG`, `LOC`, `MISC`), empty for
// commodities, which they do not tag.
std::string_view coarse_class(EntityType type);

enum class RelationType : uint8_t {
  kAcquires,
  kSells,
  kOwns,
  kOperates,
  kBuilds,
  kInvestsIn,
  kFinances,
  kSubsidiaryOf,
  kPartnersWith,
  kSupplies,
  kCompetesWith,
  kProduces,
  kUses,
  kLocatedIn,
  kHeadquarteredIn,
  kPartOf,
  kWorksFor,
  kLeads,
  kFounded,
  kMemberOf,
  kRegulates,
  kRestricts,
  kSupports,
  kExportsTo,
  kImportsFrom,
  kLivesIn,
  kAgreesWith,
};
inline constexpr int kRelationTypeCount = 27;

std::string_view to_string(RelationType type);  // `acquires`
std::optional<RelationType> parse_relation_type(std::string_view name);

// True where source and target may be exchanged (partners_with, competes_with,
// agrees_with). Such an edge is kept once, the smaller entity id first.
bool is_symmetric(RelationType type);

enum class Modality : uint8_t { kAsserted, kPlanned, kPossible, kRumoured };

std::string_view to_string(Modality modality);
std::optional<Modality> parse_modality(std::string_view name);

// An entity as the gazetteer or an article introduces it. `id` is
// `type:slug`, e.g. `company:korea-zinc`.
struct Entity {
  std::string id;
  EntityType type{};
  std::string name;
  std::vector<std::string> aliases;  // other names, in any language

  bool operator==(const Entity&) const = default;
};

// `type:slug of name`.
std::string make_entity_id(EntityType type, std::string_view name);

// The type that an entity id begins with.
std::optional<EntityType> type_of_entity_id(std::string_view id);

}  // namespace text
