// The column `catalogue` (docs/graph_format.md).

#pragma once

#include "graph/catalogue.h"
#include "graph/database.h"

namespace graph {

void write_catalogue(const Catalogue& catalogue, Database& database);
// Throws text::StorageError where the column is broken.
Catalogue read_catalogue(const Database& database);

}  // namespace graph
