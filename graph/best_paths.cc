#include "graph/best_paths.h"

#include <algorithm>
#include <tuple>

#include "graph/ranking.h"

namespace graph {
namespace {

// Paths go over this many of the neighbours that relations tie most strongly,
constexpr size_t kBridges = 32;
// and on to this many of the strongest of each.
constexpr size_t kBridged = 256;

}  // namespace

std::vector<BestPath> best_paths(EntityNumber entity, const TieTable& ties) {
  std::vector<BestPath> paths;
  const auto bridges = ties.of(entity);
  for (const PairTie& bridge :
       bridges.first(std::min(bridges.size(), kBridges))) {
    const auto ends = ties.of(bridge.other);
    for (const PairTie& end : ends.first(std::min(ends.size(), kBridged))) {
      paths.push_back({end.other, path_strength(bridge.blend / PairTie::kScale,
                                                end.relations / PairTie::kScale,
                                                ends.size())});
    }
  }
  std::ranges::sort(paths, {}, [](const BestPath& path) {
    return std::tuple(path.end, -path.strength);
  });
  const auto worse = std::ranges::unique(paths, {}, &BestPath::end);
  paths.erase(worse.begin(), worse.end());
  return paths;
}

}  // namespace graph
