// The column `mentions`: the articles that name each entity
// (docs/graph_format.md).

#pragma once

#include <cstdint>
#include <vector>

#include "graph/catalogue.h"
#include "graph/database.h"

namespace graph {

struct MentionEntry {
  ArticleNumber article{};
  uint32_t mention_count = 0;
};

// Articles of one row.
inline constexpr size_t kMentionsOfRow = 1024;

// Writes the articles of one entity, ascending; entities ascending.
void write_mentions(EntityNumber entity,
                    const std::vector<MentionEntry>& mentions,
                    TableWriter& table);

// The articles that name an entity, the newest first, from `offset` on.
std::vector<MentionEntry> read_mentions(const Database& database,
                                        EntityNumber entity, size_t offset,
                                        size_t limit);

}  // namespace graph
