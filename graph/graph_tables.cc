#include "graph/graph_tables.h"

#include <functional>
#include <iterator>

#include "graph/entity_pass.h"
#include "graph/neighbour_ranking.h"
#include "graph/pair_pass.h"
#include "graph/parallel.h"

namespace graph {
namespace {

constexpr size_t kPartitions = PartitionedSorter::kPartitions;

}  // namespace

GraphCounts write_tables(Database& database,
                         const std::filesystem::path& directory,
                         GatheredRecords& gathered, size_t lanes) {
  EntityPass entities(database, directory, gathered, lanes);
  run_jobs(kPartitions, lanes, [&](size_t partition, size_t lane) {
    entities.count(partition, lane);
  });
  GraphCounts counts;
  counts.stories = database.catalogue().story_count();
  counts.entities = entities.entity_count();
  NeighbourRanking ranking(directory, entities.totals(), gathered.communities,
                           lanes);
  PairPass pairs(database, gathered.pairs, entities.totals(), counts.stories,
                 ranking);
  run_jobs(kPartitions, lanes,
           [&](size_t partition, size_t lane) { pairs.join(partition, lane); });
  counts.edges = pairs.edge_count();
  counts.evidence = pairs.evidence_count();
  run_jobs(kPartitions, lanes,
           [&](size_t partition, size_t) { ranking.sort_ties(partition); });
  // Tables that are written in one go, the long ones first.
  const std::function<void()> others[] = {
      [&] {
        gathered.communities.write(database.catalogue().entities(), database);
      },
      [&] { entities.names().write_names(database); },
      [&] { entities.names().write_ranked(database); },
      [&] { gathered.reports.write(database); },
      [&] { gathered.facts.write(database); }};
  run_jobs(std::size(others) + kPartitions, lanes, [&](size_t job, size_t) {
    if (job < std::size(others)) return others[job]();
    const size_t partition = job - std::size(others);
    ranking.rank(partition, database);
    entities.write(partition);
  });
  ranking.finish();
  entities.finish();
  return counts;
}

}  // namespace graph
