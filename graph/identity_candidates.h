// Entities that may be one, and entities that may be several, with the reasons:
// what a curator may want to look at (docs/ledger.md).

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "graph/graph_reader.h"

namespace graph {

enum class MergeReason : uint8_t {
  kSameName,     // a name or alias of both, folded
  kInitials,     // one is the initials of the other
  kSpelling,     // one letter apart
  kLongerName,   // the other's name and more words
  kOtherScript,  // names in different scripts, shared neighbours
};

std::string_view to_string(MergeReason reason);  // `same_name`

struct MergeCandidate {
  EntitySummary entity;  // the less reported one
  EntitySummary other;   // would stand
  double score = 0;      // 0..1
  MergeReason reason{};
  std::string detail;                 // the names that are alike
  std::vector<EntitySummary> shared;  // neighbours of both, at most 5
};

// A person whose neighbours fall into groups that have nothing to do with each
// other.
struct SplitCandidate {
  EntitySummary entity;
  double score = 0;                                // 0..1
  std::vector<std::vector<EntitySummary>> groups;  // the largest first
};

struct IdentityCandidates {
  std::vector<MergeCandidate> merges;  // best first
  std::vector<SplitCandidate> splits;
  uint32_t entities_read = 0;  // the most reported ones
};

inline constexpr size_t kMaxCandidates = 200;

// Looks at the 3000 most reported entities. Pairs that curators have said to
// differ, or that are one already, are no candidates.
IdentityCandidates find_candidates(const GraphReader& graph, size_t limit);

}  // namespace graph
