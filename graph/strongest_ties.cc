#include "graph/strongest_ties.h"

#include <algorithm>
#include <tuple>

#include "graph/edge_scan.h"
#include "graph/neighbour_rows.h"
#include "graph/ranking.h"

namespace graph {
namespace {

auto by_other(const Tie& tie) {
  return std::tuple(tie.other, -tie.edge.strength, tie.edge.type,
                    tie.edge.side);
}

// Edges of one entity become one tie, with the strongest as its edge.
void merge_edges(std::vector<Tie>& ties) {
  std::ranges::sort(ties, {}, by_other);
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

const Tie* find_tie(const Ties& ties, EntityId other) {
  const auto found =
      std::ranges::lower_bound(ties.ties, other, {}, &Tie::other);
  const bool known = found != ties.ties.end() && found->other == other;
  return known ? &*found : nullptr;
}

Ties TieReader::read(EntityId entity, size_t limit) {
  Ties found;
  read_edges(entity, limit, found);
  merge_edges(found.ties);
  if (with_associations_) {
    read_associations(entity, found);
    std::ranges::sort(found.ties, {}, &Tie::other);
  }
  return found;
}

void TieReader::read_edges(EntityId entity, size_t limit, Ties& read) {
  size_t edges = 0;
  for (EdgeScan scan(database_, entity, {}); scan.valid(); scan.next()) {
    if (edges == limit) {
      read.is_cut = true;
      break;
    }
    ++edges;
    const EdgeKey& key = scan.key();
    Tie tie;
    tie.entity = entity;
    tie.other = key.other;
    tie.strength = key.strength;
    tie.edge_count = 1;
    tie.edge = key;
    read.ties.push_back(tie);
  }
  rows_read_ += edges;
}

void TieReader::read_associations(EntityId entity, Ties& read) {
  const Catalogue& catalogue = database_.catalogue();
  const auto number = catalogue.find(entity);
  if (!number) return;
  const size_t typed = read.ties.size();
  size_t rows = 0;
  for (NeighbourScan scan(database_, *number); scan.valid(); scan.next()) {
    if (++rows > kAssociationRows) {
      read.is_cut = true;
      break;
    }
    const NeighbourHead& head = scan.head();
    if (head.edge_count > 0 || !head.has_association) continue;
    const EntityId other = catalogue.entity(head.other);
    const auto end = read.ties.begin() + static_cast<std::ptrdiff_t>(typed);
    const auto known = std::ranges::lower_bound(read.ties.begin(), end, other,
                                                {}, &Tie::other);
    if (known != end && known->other == other) continue;
    Tie tie;
    tie.entity = entity;
    tie.other = other;
    tie.strength = blend(0, decode_neighbour(head).association->strength);
    tie.is_association = true;
    read.ties.push_back(tie);
  }
  rows_read_ += rows;
}

}  // namespace graph
