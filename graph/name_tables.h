// The columns `names`, `prefixes` and `ranked` of a new graph.

#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "graph/database.h"
#include "graph/entity_id.h"
#include "graph/external_sorter.h"
#include "graph/records.h"

namespace graph {

// A lane is used by one thread at a time; after the last add() two threads may
// write the two tables.
class NameTables {
 public:
  NameTables(const std::filesystem::path& directory, size_t lanes);

  void add(size_t lane, EntityId entity, const EntityRecord& record);

  void write_names(Database& database);  // and prefixes
  void write_ranked(Database& database);

 private:
  std::filesystem::path directory_;
  std::vector<std::unique_ptr<ExternalSorter>> names_;   // by lane
  std::vector<std::unique_ptr<ExternalSorter>> ranked_;  // by lane
};

}  // namespace graph
