#include "graph/strongest_ties.h"

#include <algorithm>
#include <tuple>

#include "graph/ranking.h"

namespace graph {
namespace {

// The closest neighbours of an entity among which associations are looked for.
constexpr size_t kAssociationRows = 64;

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

TieReader::TieReader(const Database& database, bool with_associations)
    : edges_(database.scan(Column::kEdges, "")) {
  if (with_associations) neighbours_ = database.scan(Column::kNeighbours, "");
}

Ties TieReader::read(EntityId entity, size_t limit) {
  Ties found;
  read_edges(entity, limit, found);
  merge_edges(found.ties);
  if (neighbours_) {
    read_associations(entity, found);
    std::ranges::sort(found.ties, {}, &Tie::other);
  }
  return found;
}

void TieReader::read_edges(EntityId entity, size_t limit, Ties& read) {
  // The sides of an entity follow each other: most entities have few edges,
  // and are read in one go.
  edges_.seek(entity_key(entity));
  const auto cut = read_run(limit, read);
  if (!cut) return;
  read.is_cut = true;
  for (int side = static_cast<int>(*cut) + 1;
       side <= static_cast<int>(Side::kEither); ++side) {
    edges_.seek(edge_prefix(entity, static_cast<Side>(side)));
    read_run(limit, read);
  }
}

// Reads on to the end of the scan, or to the side that has more than `limit`.
std::optional<Side> TieReader::read_run(size_t limit, Ties& read) {
  Side side{};
  size_t of_side = 0;
  for (; edges_.valid(); edges_.next()) {
    const EdgeKey key = decode_edge_key(edges_.key());
    ++rows_read_;
    if (key.side != side) of_side = 0;
    side = key.side;
    if (of_side++ == limit) return side;
    read.ties.push_back({key.entity, key.other, key.strength, 1, key, {}});
  }
  return std::nullopt;
}

void TieReader::read_associations(EntityId entity, Ties& read) {
  const size_t typed = read.ties.size();
  size_t rows = 0;
  for (neighbours_->seek(entity_key(entity)); neighbours_->valid();
       neighbours_->next()) {
    if (++rows > kAssociationRows) {
      read.is_cut = true;
      break;
    }
    if (decode_neighbour_head(neighbours_->value()).edge_count > 0) continue;
    const NeighbourKey key = decode_neighbour_key(neighbours_->key());
    const auto end = read.ties.begin() + static_cast<std::ptrdiff_t>(typed);
    const auto known = std::ranges::lower_bound(read.ties.begin(), end,
                                                key.other, {}, &Tie::other);
    if (known != end && known->other == key.other) continue;
    const double strength =
        decode_neighbour(neighbours_->value()).association_strength;
    Tie tie;
    tie.entity = entity;
    tie.other = key.other;
    tie.strength = blend(0, strength);
    tie.association = key;
    read.ties.push_back(tie);
  }
  rows_read_ += rows;
}

}  // namespace graph
