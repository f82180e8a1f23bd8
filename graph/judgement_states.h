// What became of each judgement of a ledger.

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/curation.h"
#include "graph/database.h"
#include "graph/judgements.h"

namespace graph {

enum class JudgementStatus : uint8_t {
  kApplied,
  kUndone,
  kDormant,   // what it is about is not in the archive; kept until it is
  kConflict,  // contradicts an earlier one; has no effect
};

std::string_view to_string(JudgementStatus status);  // `applied`

struct JudgementState {
  LedgerEntry entry;
  JudgementStatus status{};
  std::string conflicts_with = {};  // id of a judgement
  // Shows only once a graph is built anew: a split, or an undo of what the
  // graph was built with.
  bool waits_for_build = false;
};

// In the order of `entries`, which are the ledger that `curation` is made of.
std::vector<JudgementState> find_states(const Database& database,
                                        const Curation& curation,
                                        std::span<const LedgerEntry> entries);

}  // namespace graph
