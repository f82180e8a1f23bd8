#include "text/entity.h"

#include <algorithm>
#include <array>

#include "text/fold.h"

namespace text {
namespace {

using std::string_view_literals::operator""sv;

// In the order of the enumerations.
constexpr std::array kEntityTypes = {
    "person"sv,   "company"sv,   "government"sv, "organization"sv, "place"sv,
    "facility"sv, "commodity"sv, "agreement"sv,  "product"sv,
};
static_assert(kEntityTypes.size() == kEntityTypeCount);

constexpr std::array kCoarseClasses = {
    "PER"sv, "ORG"sv, "ORG"sv,  "ORG"sv,  "LOC"sv,
    "LOC"sv, ""sv,    "MISC"sv, "MISC"sv,
};
static_assert(kCoarseClasses.size() == kEntityTypeCount);

constexpr std::array kRelationTypes = {
    "acquires"sv,     "sells"sv,         "owns"sv,
    "operates"sv,     "builds"sv,        "invests_in"sv,
    "finances"sv,     "subsidiary_of"sv, "partners_with"sv,
    "supplies"sv,     "competes_with"sv, "produces"sv,
    "uses"sv,         "located_in"sv,    "headquartered_in"sv,
    "part_of"sv,      "works_for"sv,     "leads"sv,
    "founded"sv,      "member_of"sv,     "regulates"sv,
    "restricts"sv,    "supports"sv,      "exports_to"sv,
    "imports_from"sv, "lives_in"sv,      "agrees_with"sv,
};
static_assert(kRelationTypes.size() == kRelationTypeCount);

constexpr std::array kModalities = {
    "asserted"sv,
    "planned"sv,
    "possible"sv,
    "rumoured"sv,
};

template <typename Enum, size_t size>
std::optional<Enum> find_name(const std::array<std::string_view, size>& names,
                              std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Enum>(found - names.begin());
}

}  // namespace

std::string_view to_string(EntityType type) {
  return kEntityTypes.at(static_cast<size_t>(type));
}

std::optional<EntityType> parse_entity_type(std::string_view name) {
  return find_name<EntityType>(kEntityTypes, name);
}

std::string_view coarse_class(EntityType type) {
  return kCoarseClasses.at(static_cast<size_t>(type));
}

std::string_view to_string(RelationType type) {
  return kRelationTypes.at(static_cast<size_t>(type));
}

std::optional<RelationType> parse_relation_type(std::string_view name) {
  return find_name<RelationType>(kRelationTypes, name);
}

bool is_symmetric(RelationType type) {
  return type == RelationType::kPartnersWith ||
         type == RelationType::kCompetesWith ||
         type == RelationType::kAgreesWith;
}

std::string_view to_string(Modality modality) {
  return kModalities.at(static_cast<size_t>(modality));
}

std::optional<Modality> parse_modality(std::string_view name) {
  return find_name<Modality>(kModalities, name);
}

std::string make_entity_id(EntityType type, std::string_view name) {
  return std::string(to_string(type)) + ":" + slug(name);
}

std::optional<EntityType> type_of_entity_id(std::string_view id) {
  const size_t colon = id.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  return parse_entity_type(id.substr(0, colon));
}

}  // namespace text
