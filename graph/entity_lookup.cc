#include "graph/entity_lookup.h"

#include "graph/keys.h"
#include "text/error.h"

namespace graph {
namespace {

std::string record_at(const Database& database, EntityId key) {
  auto bytes = database.get(Column::kEntities, entity_key(key));
  if (!bytes) throw text::StorageError("entities", "an entity is missing");
  return *std::move(bytes);
}

}  // namespace

EntitySummary summarize(const EntityRecord& record) {
  return {record.entity.id, record.entity.type, record.entity.name,
          record.article_count, record.story_count};
}

std::optional<EntityRecord> find_entity(const Database& database,
                                        std::string_view public_id) {
  const auto bytes =
      database.get(Column::kEntities, entity_key(make_entity_key(public_id)));
  if (!bytes) return std::nullopt;
  EntityRecord record = decode_entity(*bytes);
  if (record.entity.id != public_id) return std::nullopt;
  return record;
}

EntitySummary summary_at(const Database& database, EntityId key) {
  return decode_summary(record_at(database, key));
}

uint32_t edge_count_at(const Database& database, EntityId key) {
  return decode_edge_count(record_at(database, key));
}

}  // namespace graph
