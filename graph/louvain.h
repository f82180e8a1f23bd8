// Communities of a weighted graph, by modularity.

#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace graph {

// A tie between two nodes, either way.
struct WeightedTie {
  uint32_t one = 0;
  uint32_t other = 0;
  float weight = 0;  // above 0
};

// The community of each of `nodes` nodes: numbers from 0, in the order of their
// first nodes. Ties of the same nodes add up. The method of Blondel,
// Guillaume, Lambiotte and Lefebvre ("Fast unfolding of communities in large
// networks", 2008), nodes in the order of their numbers; communities that fall
// apart without the nodes that left them are parted at the end, as Traag,
// Waltman and van Eck ask ("From Louvain to Leiden", 2019). The same ties in
// the same order give the same communities. Time: about linear in the ties.
std::vector<uint32_t> find_communities(uint32_t nodes,
                                       std::span<const WeightedTie> ties);

}  // namespace graph
