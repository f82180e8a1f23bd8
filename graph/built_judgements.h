// Which judgements a graph was built with, kept in the graph itself
// (docs/graph_format.md).

#pragma once

#include <cstdint>
#include <set>
#include <string>

#include "graph/database.h"

namespace graph {

struct BuiltJudgements {
  std::set<uint64_t> fingerprints;       // of those that stood
  std::set<std::string> ids_met;         // judged ids that an article names
  std::set<std::string> rejections_met;  // judgements that left evidence out

  bool operator==(const BuiltJudgements&) const = default;
};

// A graph that says nothing was built with none.
BuiltJudgements read_built_judgements(const Database& database);
void write_built_judgements(const BuiltJudgements& built, Database& database);

}  // namespace graph
