// What all evidence of one edge adds up to.

#pragma once

#include <vector>

#include "graph/records.h"

namespace graph {

struct EdgeSummary {
  EdgeRecord edge;
  // Each story's best evidence first, then the rest; in both parts evidence of
  // the side that prevails, then the more confident, then the more recent.
  std::vector<EvidenceRecord> evidence;
};

// A story states the edge or denies it, as its best evidence does; more stories
// make the side that prevails, stating where they are as many. `story_count`,
// `confidence` and `modality` are of that side; the modality is the firmest
// that its evidence has. `all` must not be empty; its order makes no
// difference, and one sentence counts once.
EdgeSummary summarize_edge(std::vector<EvidenceRecord> all);

}  // namespace graph
