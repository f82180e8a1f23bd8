// What all articles that name an entity say of it together.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/keys.h"
#include "graph/records.h"
#include "text/entity.h"

namespace graph {

// An entity as some articles describe it.
struct Description {
  text::Entity entity;
  bool second_hand = false;  // has only names of ids that the entity took in
  uint32_t article_count = 0;
};

// Aliases that are kept of one entity, the most given.
inline constexpr size_t kMaxAliases = 64;

// Type and name are those that most articles give, the smallest of equals; what
// second-hand descriptions give counts only where there are no others. Other
// names become aliases, sorted. `descriptions` must not be empty; their order
// makes no difference. Throws text::StorageError where they differ in the
// public id.
text::Entity merge_descriptions(const std::vector<Description>& descriptions);

// Under which names the entity is found, and each name as it is written:
// name and aliases, and what follows where a later word of them begins.
struct NameRow {
  NameKey key;
  std::string written;
};
std::vector<NameRow> list_names(const EntityRecord& record);

// The beginnings of a name that `prefixes` keeps, of up to kPrefixCharacters:
// those that are typed before a name is told from many others.
inline constexpr size_t kPrefixCharacters = 3;
std::vector<NameKey> list_prefixes(const NameKey& name);

// How many characters a folded name has.
size_t count_characters(std::string_view folded);

}  // namespace graph
