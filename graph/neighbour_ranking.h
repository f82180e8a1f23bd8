// What is related to each entity, in the order of docs/ranking.md.

#pragma once

#include <filesystem>
#include <span>
#include <vector>

#include "graph/database.h"
#include "graph/entity_id.h"
#include "graph/external_sorter.h"
#include "graph/pair_records.h"
#include "graph/records.h"

namespace graph {

// Takes what ties the pairs of entities in any order, each from either end:
// `first` is the entity, `second` its neighbour. Memory: 24 bytes for each end
// of a pair that relations tie, and what is related to one entity; the rest is
// sorted in files `prefix`.*. Used once, by one thread.
class NeighbourRanking {
 public:
  explicit NeighbourRanking(std::filesystem::path prefix);

  // `share` of all stories name the neighbour.
  void add(const EntityPair& pair, double share, const NeighbourRecord& record);

  // Fills the column `neighbours`.
  void write(Database& database);

 private:
  // A pair that relations tie, from one end.
  struct Tie {
    EntityId entity{};
    EntityId other{};
    float relations = 0;
    float blend = 0;
  };
  struct Path {
    EntityId end{};
    double strength = 0;
  };
  struct Row;

  std::span<const Tie> ties_of(EntityId entity) const;
  std::vector<Path> best_paths(EntityId entity) const;
  std::vector<Row> take_rows(EntityId entity);
  void score_rows(EntityId entity, std::vector<Row>& rows) const;

  ExternalSorter rows_;
  std::vector<Tie> ties_;
};

}  // namespace graph
