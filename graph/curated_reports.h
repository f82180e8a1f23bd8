// Timelines, histories, evidence and facts as curators judge them.

#pragma once

#include <optional>

#include "graph/curation.h"
#include "graph/database.h"
#include "graph/edge_history.h"
#include "graph/facts.h"
#include "graph/timeline.h"

namespace graph {

// As the methods of GraphReader. What is merged is read under all of its ids
// and joined; rejected evidence is left out.
TimelineAnswer find_curated_timeline(const Database& database,
                                     const Curation& curation,
                                     const TimelineRequest& request);
EvidenceAnswer find_curated_evidence(const Database& database,
                                     const Curation& curation,
                                     const EvidenceRequest& request);
FactsAnswer find_curated_facts(const Database& database,
                               const Curation& curation, FactsRequest request);

std::optional<EdgeHistory> find_curated_history(const Database& database,
                                                const Curation& curation,
                                                const EdgeName& name);

}  // namespace graph
