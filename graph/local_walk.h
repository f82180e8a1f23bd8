// What a random walk that starts at one entity comes to: personalised PageRank
// by local push (docs/ranking.md, "Reach").

#pragma once

#include <cstdint>
#include <deque>
#include <vector>

#include "graph/catalogue.h"
#include "graph/tie_table.h"

namespace graph {

// The ties of one entity that a walk may take, the strongest.
inline constexpr size_t kTiesWalked = 256;

struct Reached {
  EntityNumber entity{};
  double reach = 0;  // 0..1, that of the best reached is 1
};

// Made once, used for many entities, by one thread. Memory: 17 bytes an entity
// of the table, which must outlive it.
class LocalWalk {
 public:
  LocalWalk(const TieTable& ties, size_t entities);

  // All others that the walk comes to, ordered by number. Work: 8192 ties are
  // walked at most.
  std::vector<Reached> from(EntityNumber entity);

 private:
  void push(EntityNumber entity);
  void receive(EntityNumber entity, double mass);

  const TieTable& ties_;
  std::vector<double> settled_;  // by entity, as is all below
  std::vector<double> residue_;
  std::vector<bool> is_waiting_;
  std::deque<EntityNumber> waiting_;
  std::vector<EntityNumber> touched_;
};

}  // namespace graph
