// What a change of the ledger would change, before it is made.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "graph/graph_reader.h"
#include "graph/judgement_states.h"
#include "graph/judgements.h"

namespace graph {

struct JudgementPreview {
  // The entities that the judgement is about: as they are, and as they would
  // be. What is hidden or unknown is missing; what is one is there once.
  std::vector<EntityDetail> before;
  std::vector<EntityDetail> after;
  // kReject: the edge whose evidence it is; nothing where it is not there.
  std::optional<Edge> edge_before;
  std::optional<Edge> edge_after;
  // What would become of the judgement.
  JudgementState state;
};

// `ledger` is the ledger of `now` with one change, which concerns the judgement
// at `about`. Costs as much as the same change would.
JudgementPreview preview(const GraphReader& now,
                         std::vector<LedgerEntry> ledger, size_t about);

}  // namespace graph
