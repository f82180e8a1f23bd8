#include "graph/strongest_ties.h"

#include <algorithm>

#include "graph/adjacency.h"
#include "graph/neighbour_rows.h"
#include "graph/ranking.h"

namespace graph {
namespace {

// Edges of one pair become one tie, with the strongest as its edge. They come
// strongest first, equals by type and side: so they stay among one pair.
std::vector<Tie> merge_edges(const std::vector<Tie>& edges) {
  std::vector<uint64_t> order;  // by the other, then as they come
  order.reserve(edges.size());
  for (size_t i = 0; i < edges.size(); ++i) {
    order.push_back(uint64_t{static_cast<uint32_t>(edges[i].other)} << 32 | i);
  }
  std::ranges::sort(order);
  std::vector<Tie> ties;
  ties.reserve(edges.size());
  for (const uint64_t at : order) {
    const Tie& edge = edges[at & 0xffffffff];
    if (ties.empty() || ties.back().other != edge.other) {
      ties.push_back(edge);
      continue;
    }
    Tie& tie = ties.back();
    tie.strength = 1 - (1 - tie.strength) * (1 - edge.strength);
    ++tie.edge_count;
  }
  return ties;
}

}  // namespace

Ties TieReader::read(EntityNumber entity, size_t limit) {
  Ties found;
  read_edges(entity, limit, found);
  found.ties = merge_edges(found.ties);
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
