// Entities by their ids.

#pragma once

#include <optional>
#include <string_view>

#include "graph/catalogue.h"
#include "graph/database.h"
#include "graph/entity_id.h"
#include "graph/records.h"

namespace graph {

EntitySummary summarize(const EntityRecord& record);

// Nothing if the graph lacks it.
std::optional<EntityRecord> find_entity(const Database& database,
                                        std::string_view public_id);
std::optional<EntityRecord> find_entity(const Database& database, EntityId key);

// Throws text::StorageError if the graph lacks it: for entities that the graph
// itself names.
EntitySummary summary_at(const Database& database, EntityNumber number);
EntitySummary summary_at(const Database& database, EntityId key);

// How many typed relations an entity has.
uint32_t edge_count_at(const Database& database, EntityNumber number);

}  // namespace graph
