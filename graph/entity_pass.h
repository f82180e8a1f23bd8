// What all articles together say of each entity.

#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "graph/article_pass.h"
#include "graph/catalogue.h"
#include "graph/database.h"
#include "graph/name_tables.h"
#include "graph/partitioned_sorter.h"
#include "graph/records.h"
#include "graph/row_file.h"

namespace graph {

// What is counted of an entity while a graph is built.
struct EntityTotals {
  bool is_known = false;  // somebody describes it
  uint32_t story_count = 0;
  uint32_t edge_count = 0;
  text::EntityType type{};
  TypeCounts neighbour_counts{};
};

// Fills `mentions`, and RowTable::kEntities once edges and neighbours are
// counted. Entities that no article names any more (curators hid them) have a
// number, but are left out. Partitions may be worked on by several threads.
class EntityPass {
 public:
  // All must outlive it. `gathered` is complete.
  EntityPass(Database& database, const std::filesystem::path& directory,
             GatheredRecords& gathered, size_t lanes);

  // First for all partitions: type, stories and names are known after it.
  void count(size_t partition, size_t lane);
  // Then for all partitions; edges and neighbours are in totals().
  void write(size_t partition);
  // Last.
  void finish() { rows_.finish(totals_.size()); }

  NameTables& names() { return names_; }

  // By number; a thread changes those of its partition only.
  std::vector<EntityTotals>& totals() { return totals_; }
  // Entities that count() found.
  uint64_t entity_count() const;

 private:
  Database& database_;
  GatheredRecords& gathered_;
  NameTables names_;
  PartitionedSorter records_;  // entity -> record, as far as it is known
  RowFileWriter rows_;         // the same, complete
  std::vector<EntityTotals> totals_;
};

}  // namespace graph
