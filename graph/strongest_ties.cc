#include "graph/strongest_ties.h"

#include <algorithm>

#include "graph/neighbour_rows.h"
#include "graph/ranking.h"

namespace graph {

Ties TieReader::read(EntityNumber entity, size_t limit) {
  Ties found;
  read_edges(entity, limit, found);
  merge_edges(entity, found.ties);
  if (with_associations_) {
    read_associations(entity, found);
    std::ranges::sort(found.ties, {}, &Tie::other);
  }
  return found;
}

void TieReader::read_edges(EntityNumber entity, size_t limit, Ties& read) {
  AdjacencyReader row(database_.row(RowTable::kAdjacency, entity));
  const size_t wanted = std::min<size_t>(limit, row.left());
  edges_.clear();
  while (edges_.size() < wanted) edges_.push_back(row.next());
  read.edge_count = static_cast<uint32_t>(wanted);
  read.is_cut = row.left() > 0;
  rows_read_ += wanted;
}

// Edges of one pair become one tie, with the strongest as its edge. They come
// strongest first, equals by type and side: so they stay among one pair.
void TieReader::merge_edges(EntityNumber entity, std::vector<Tie>& ties) {
  order_.clear();
  for (size_t i = 0; i < edges_.size(); ++i) {
    order_.push_back(uint64_t{static_cast<uint32_t>(edges_[i].other)} << 32 |
                     i);
  }
  std::ranges::sort(order_);
  ties.reserve(order_.size());
  for (const uint64_t at : order_) {
    const AdjacentEdge& edge = edges_[at & 0xffffffff];
    if (ties.empty() || ties.back().other != edge.other) {
      ties.push_back(
          {entity, edge.other, edge.strength, 1, edge.type, edge.side});
      continue;
    }
    Tie& tie = ties.back();
    tie.strength = 1 - (1 - tie.strength) * (1 - edge.strength);
    ++tie.edge_count;
  }
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
