// Entities by their names.

#pragma once

#include <string_view>
#include <vector>

#include "graph/database.h"
#include "graph/graph_reader.h"

namespace graph {

// GraphReader::resolve().
std::vector<NamedEntity> resolve_name(const Database& database,
                                      std::string_view name, size_t limit);

// GraphReader::suggest().
std::vector<NamedEntity> suggest_names(const Database& database,
                                       std::string_view prefix, size_t limit);

// GraphReader::entities().
std::vector<EntitySummary> list_entities(const Database& database,
                                         std::optional<text::EntityType> type,
                                         size_t offset, size_t limit);

}  // namespace graph
