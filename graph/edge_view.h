// An edge as its reader sees it, from its records.

#pragma once

#include "graph/database.h"
#include "graph/evidence_reader.h"
#include "graph/graph_reader.h"
#include "graph/keys.h"
#include "graph/records.h"

namespace graph {

// Without evidence.
Edge make_edge(text::RelationType type, const EdgeRecord& record);

// The edge of `key`, which is seen from `entity`; without evidence.
Edge view_edge(const EntitySummary& entity, const EntitySummary& other,
               const EdgeKey& key, const EdgeRecord& record);

// Where the evidence of an edge is kept.
EvidenceKey evidence_of(const Edge& edge);

}  // namespace graph
