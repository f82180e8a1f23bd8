// From what was gathered to the columns of a graph.

#pragma once

#include <filesystem>

#include "graph/article_pass.h"
#include "graph/database.h"
#include "graph/graph_builder.h"

namespace graph {

// Fills all columns that are counted from `gathered`, on `lanes` threads; the
// catalogue must be there. Articles, facts and mentions are not counted here.
// What comes out does not depend on `lanes`.
GraphCounts write_tables(Database& database,
                         const std::filesystem::path& directory,
                         GatheredRecords& gathered, size_t lanes);

}  // namespace graph
