// The same graph in SQLite, with an index for every question.

#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "bench/power_law_graph.h"

namespace bench {

// Throws std::runtime_error.
class SqliteGraph {
 public:
  SqliteGraph(const std::filesystem::path& file, const PowerLawGraph& graph);
  ~SqliteGraph();
  SqliteGraph(const SqliteGraph&) = delete;
  SqliteGraph& operator=(const SqliteGraph&) = delete;

  // The 20 strongest edges of an entity with names: how many there are.
  int one_hop(uint32_t entity);
  // With the best evidence of each.
  int related(uint32_t entity);
  // Of one type, and with evidence of a period.
  int related_in(uint32_t entity, int type, int64_t from, int64_t to);
  // The 20 entities that the strongest paths of two edges lead to.
  int two_hops(uint32_t entity);
  // A shortest path of up to 4 edges: its length, 0 if there is none. Searched
  // from both ends, the smaller side first.
  int path(uint32_t from, uint32_t to);

 private:
  void run(const char* sql);
  sqlite3_stmt* prepare(const char* sql);
  int count_rows(sqlite3_stmt* statement);

  sqlite3* database_ = nullptr;
  std::vector<sqlite3_stmt*> statements_;
  sqlite3_stmt* one_hop_ = nullptr;
  sqlite3_stmt* related_ = nullptr;
  sqlite3_stmt* related_in_ = nullptr;
  sqlite3_stmt* two_hops_ = nullptr;
  sqlite3_stmt* neighbours_ = nullptr;
};

}  // namespace bench
