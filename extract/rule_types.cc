#include "extract/rule_types.h"

#include <algorithm>
#include <string>

#include "text/entity.h"
#include "text/error.h"

namespace extract {
namespace {

std::optional<TypeSet> parse_type(std::string_view name) {
  const auto bit = [](text::EntityType type) {
    return static_cast<TypeSet>(1U << static_cast<unsigned>(type));
  };
  using enum text::EntityType;
  if (name == "office") return kOfficeBit;
  if (name == "org") {
    return static_cast<TypeSet>(bit(kCompany) | bit(kGovernment) |
                                bit(kOrganization));
  }
  const auto type = text::parse_entity_type(name);
  if (!type) return std::nullopt;
  return bit(*type);
}

TypeSet parse_types(std::string_view names) {
  TypeSet types = 0;
  while (!names.empty()) {
    const size_t end = std::min(names.find('|'), names.size());
    const auto type = parse_type(names.substr(0, end));
    if (!type) {
      throw text::InputError("no entity type `" + std::string(names) + "`");
    }
    types = static_cast<TypeSet>(types | *type);
    names.remove_prefix(std::min(end + 1, names.size()));
  }
  return types;
}

}  // namespace

std::optional<SlotName> parse_slot(std::string_view word) {
  const bool slot =
      word.size() > 2 && word[1] == ':' &&
      std::string_view("SOX").find(word[0]) != std::string_view::npos;
  if (!slot) return std::nullopt;
  const Role role = word[0] == 'S'   ? Role::kSource
                    : word[0] == 'O' ? Role::kTarget
                                     : Role::kOther;
  return SlotName{role, parse_types(word.substr(2))};
}

}  // namespace extract
