#include "graph/entity_lookup.h"

#include "graph/adjacency.h"
#include "text/error.h"

namespace graph {
namespace {

[[noreturn]] void fail() {
  throw text::StorageError("entities", "an entity is missing");
}

}  // namespace

EntitySummary summarize(const EntityRecord& record) {
  return {record.entity.id, record.entity.type, record.entity.name,
          record.article_count, record.story_count};
}

std::optional<EntityRecord> find_entity(const Database& database,
                                        EntityId key) {
  const auto number = database.catalogue().find(key);
  if (!number) return std::nullopt;
  const auto row = database.row(RowTable::kEntities, *number);
  if (row.empty()) return std::nullopt;
  return decode_entity(row);
}

std::optional<EntityRecord> find_entity(const Database& database,
                                        std::string_view public_id) {
  auto record = find_entity(database, make_entity_key(public_id));
  if (record && record->entity.id != public_id) return std::nullopt;
  return record;
}

EntitySummary summary_at(const Database& database, EntityNumber number) {
  const auto row = database.row(RowTable::kEntities, number);
  if (row.empty()) fail();
  return decode_summary(row);
}

EntitySummary summary_at(const Database& database, EntityId key) {
  const auto number = database.catalogue().find(key);
  if (!number) fail();
  return summary_at(database, *number);
}

uint32_t edge_count_at(const Database& database, EntityNumber number) {
  return AdjacencyReader(database.row(RowTable::kAdjacency, number)).left();
}

}  // namespace graph
