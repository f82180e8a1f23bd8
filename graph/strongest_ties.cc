#include "graph/strongest_ties.h"

#include <algorithm>
#include <tuple>

#include "graph/adjacency.h"
#include "graph/neighbour_rows.h"
#include "graph/ranking.h"

namespace graph {
namespace {

// Edges of one pair become one tie, with the strongest as its edge.
void merge_edges(std::vector<Tie>& ties) {
  std::ranges::sort(ties, [](const Tie& one, const Tie& other) {
    if (one.other != other.other) return one.other < other.other;
    return std::tuple(-one.strength, one.type, one.side) <
           std::tuple(-other.strength, other.type, other.side);
  });
  size_t kept = 0;
  for (size_t i = 0; i < ties.size(); ++i) {
    if (kept > 0 && ties[kept - 1].other == ties[i].other) {
      Tie& tie = ties[kept - 1];
      tie.strength = 1 - (1 - tie.strength) * (1 - ties[i].strength);
      ++tie.edge_count;
    } else {
      ties[kept++] = ties[i];
    }
  }
  ties.resize(kept);
}

}  // namespace

const Tie* find_tie(const Ties& ties, EntityNumber other) {
  const auto found =
      std::ranges::lower_bound(ties.ties, other, {}, &Tie::other);
  const bool known = found != ties.ties.end() && found->other == other;
  return known ? &*found : nullptr;
}

Ties TieReader::read(EntityNumber entity, size_t limit) {
  Ties found;
  read_edges(entity, limit, found);
  merge_edges(found.ties);
  if (with_associations_) {
    read_associations(entity, found);
    std::ranges::sort(found.ties, {}, &Tie::other);
  }
  return found;
}

void TieReader::read_edges(EntityNumber entity, size_t limit, Ties& read) {
  AdjacencyReader edges(database_.row(RowTable::kAdjacency, entity));
  const size_t wanted = std::min<size_t>(limit, edges.left());
  read.ties.reserve(wanted);
  while (read.ties.size() < wanted) {
    const AdjacentEdge edge = edges.next();
    read.ties.push_back(
        {entity, edge.other, edge.strength, 1, edge.type, edge.side});
  }
  read.edge_count = static_cast<uint32_t>(wanted);
  read.is_cut = edges.left() > 0;
  rows_read_ += wanted;
}

void TieReader::read_associations(EntityNumber entity, Ties& read) {
  const size_t typed = read.ties.size();
  size_t rows = 0;
  for (NeighbourScan scan(database_, entity); scan.valid(); scan.next()) {
    if (++rows > kAssociationRows) {
      read.is_cut = true;
      break;
    }
    const NeighbourHead& head = scan.head();
    if (head.edge_count > 0 || !head.has_association) continue;
    const auto end = read.ties.begin() + static_cast<std::ptrdiff_t>(typed);
    if (std::binary_search(read.ties.begin(), end, Tie{.other = head.other},
                           [](const Tie& one, const Tie& other) {
                             return one.other < other.other;
                           })) {
      continue;
    }
    Tie tie;
    tie.entity = entity;
    tie.other = head.other;
    tie.strength = blend(0, decode_neighbour(head).association->strength);
    read.ties.push_back(tie);
  }
  rows_read_ += rows;
}

}  // namespace graph
