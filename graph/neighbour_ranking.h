// What is related to each entity, in the order of docs/ranking.md.

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "graph/adjacency.h"
#include "graph/best_paths.h"
#include "graph/community_rows.h"
#include "graph/database.h"
#include "graph/entity_pass.h"
#include "graph/local_walk.h"
#include "graph/neighbour_rows.h"
#include "graph/pair_records.h"
#include "graph/partitioned_sorter.h"
#include "graph/ranking.h"
#include "graph/records.h"
#include "graph/row_file.h"
#include "graph/shared_ties.h"
#include "graph/tie_table.h"

namespace graph {

// An edge of a pair, and the articles of its evidence, newest first.
struct TiedEdge {
  text::RelationType type{};
  Side side{};  // as the first sees it
  EdgeRecord edge;
  double strength = 0;
  std::vector<ArticleNumber> reports;
};

// Everything that ties a pair.
struct PairTies {
  std::vector<TiedEdge> edges;
  CooccurrenceCounts counts;
  std::vector<PairPlace> places;
  std::vector<ArticleNumber> reports;  // articles that name both, newest first
};

// Takes what ties the pairs of entities. Memory: 16 bytes for
// each end of a pair that relations tie, and what is related to one entity for
// each lane; the rest is sorted in files. Pairs are added, then partitions are
// ranked, by several threads, each as one lane.
class NeighbourRanking {
 public:
  // `totals` are by number; story counts and types must be known before the
  // first add(), edges and neighbours are counted by rank().
  NeighbourRanking(const std::filesystem::path& directory,
                   std::vector<EntityTotals>& totals,
                   CommunityRows& communities, size_t lanes);

  // Pairs of one partition of PartitionedSorter ascending, on one thread.
  void add(size_t lane, const EntityPair& pair, PairTies ties);

  // Once for each partition of `ties`, before rank().
  void sort_ties(size_t partition) { ties_.sort(partition); }

  // Fills a part of `neighbours` and of RowTable::kAdjacency.
  void rank(size_t partition, Database& database);
  // Last.
  void finish() { adjacency_.finish(totals_.size()); }

 private:
  struct End;
  struct Row;

  double add_end(size_t lane, End& end);
  // All rows of one entity; appends what they say to `bytes`.
  static std::vector<Row> take_rows(SortedRecords& records, std::string& bytes);
  static void raise_reached(const std::vector<Reached>& reached,
                            const std::vector<BestPath>& paths,
                            std::vector<Row>& rows);
  static std::vector<Row> note_shared(const std::vector<SharedTies>& shared,
                                      const std::vector<Reached>& reached,
                                      std::vector<Row>& rows);
  void put_in_order(std::vector<Row>& rows) const;
  void add_strangers(std::vector<Row> strangers, std::vector<Row>& rows,
                     std::string& bytes) const;

  std::vector<EntityTotals>& totals_;
  CommunityRows& communities_;  // takes all ties
  PartitionedSorter rows_;      // entity, other -> scores, edges, record
  TieTable ties_;
  RowFileWriter adjacency_;
};

}  // namespace graph
