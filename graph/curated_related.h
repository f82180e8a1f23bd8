// What is related to an entity as curators judge it.

#pragma once

#include "graph/curation.h"
#include "graph/database.h"
#include "graph/graph_reader.h"

namespace graph {

// GraphReader::related(). What is related under several ids is listed once,
// with the score 1 - product of (1 - score) over them.
RelatedAnswer find_curated_related(const Database& database,
                                   const Curation& curation,
                                   RelatedRequest request);

}  // namespace graph
