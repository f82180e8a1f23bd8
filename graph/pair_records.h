// What ties two entities, gathered from sorted records.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/catalogue.h"
#include "graph/edge_rows.h"
#include "graph/partitioned_sorter.h"
#include "graph/ranking.h"
#include "graph/records.h"

namespace graph {

// Two entities; in pair records the smaller number first.
struct EntityPair {
  EntityNumber first{};
  EntityNumber second{};
};

// A place of one article that names both.
struct PairPlace {
  Closeness closeness{};
  uint32_t gap = 0;  // bytes between the names
  ArticleNumber article{};
  uint32_t first_sentence = 0;   // shows `first`, and both if it can
  uint32_t second_sentence = 0;  // shows `second`
};

// One key and value of the sorted records.
struct PairRow {
  std::string key;
  std::string value;
};

// Evidence of an edge.
PairRow make_pair_row(const EdgeRowKey& edge, const EvidenceEntry& evidence);
// A place of an article that tells `story`.
PairRow make_pair_row(EntityPair pair, ArticleNumber story,
                      const PairPlace& place);

// All evidence of one edge.
struct PairEdge {
  text::RelationType type{};
  Side side{};  // as the first sees it
  std::vector<EvidenceRecord> evidence;
  std::vector<ArticleNumber> articles;  // parallel to `evidence`
};

struct PairSummary {
  EntityPair pair;
  std::vector<PairEdge> edges;
  CooccurrenceCounts counts;           // only `together` is filled
  std::vector<PairPlace> places;       // one per story, the best, at most
                                       // kEvidenceShown
  std::vector<ArticleNumber> reports;  // that name both, newest first
};

// Takes all records of the first pair from `records`, which must have one left.
PairSummary take_pair(SortedRecords& records, const Catalogue& catalogue);

}  // namespace graph
