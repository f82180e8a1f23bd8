#include "graph/neighbour_ranking.h"

#include <algorithm>
#include <array>
#include <string>
#include <tuple>
#include <utility>

#include "graph/encoding.h"

namespace graph {
namespace {

// Paths go over this many of the neighbours that relations tie most strongly,
constexpr size_t kBridges = 32;
// and on to this many of the strongest of each.
constexpr size_t kBridged = 256;

constexpr size_t kNumberBytes = 4;
constexpr size_t kEdgeBytes = 6;  // of one edge in a row
constexpr int kSideCount = 3;

struct BestPath {
  EntityNumber end{};
  double strength = 0;
};

EntityNumber number_of(std::string_view key) {
  return EntityNumber{Decoder(key).u32()};
}

// Adds the edges that begin `bytes`.
void take_edges(std::string_view bytes, EntityNumber other,
                std::vector<AdjacentEdge>& edges) {
  Decoder in(bytes);
  for (uint32_t left = in.count(); left > 0; --left) {
    AdjacentEdge& edge = edges.emplace_back();
    edge.other = other;
    edge.type = in.choice<text::RelationType>(text::kRelationTypeCount);
    edge.side = in.choice<Side>(kSideCount);
    edge.strength = double(in.f32());
  }
}

// A pair as its second entity sees it.
PairTies turned(PairTies ties) {
  std::swap(ties.counts.first, ties.counts.second);
  for (TiedEdge& edge : ties.edges) edge.side = seen_from_other_end(edge.side);
  for (PairPlace& place : ties.places) {
    std::swap(place.first_sentence, place.second_sentence);
  }
  return ties;
}

// The best path to each entity, ordered by entity.
std::vector<BestPath> best_paths(EntityNumber entity, const TieTable& ties) {
  std::vector<BestPath> paths;
  const auto bridges = ties.of(entity);
  for (const PairTie& bridge :
       bridges.first(std::min(bridges.size(), kBridges))) {
    const auto ends = ties.of(bridge.other);
    for (const PairTie& end : ends.first(std::min(ends.size(), kBridged))) {
      paths.push_back(
          {end.other, path_strength(double(bridge.blend), double(end.relations),
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

}  // namespace

struct NeighbourRanking::Row {
  EntityNumber other{};
  double score = 0;  // at first the blend alone
  double association = 0;
  size_t edges = 0;   // where they begin in the bytes of all rows
  size_t record = 0;  // where the encoded record begins
  size_t end = 0;     // and where it ends
};

NeighbourRanking::NeighbourRanking(const std::filesystem::path& directory,
                                   std::vector<EntityTotals>& totals,
                                   CommunityRows& communities, size_t lanes)
    : totals_(totals),
      communities_(communities),
      rows_(directory / "sort-neighbours", lanes),
      ties_(totals.size(), lanes),
      adjacency_(row_path(directory, RowTable::kAdjacency),
                 PartitionedSorter::kPartitions) {
  rows_.set_end(static_cast<uint32_t>(totals.size()));
}

void NeighbourRanking::add(size_t lane, const EntityPair& pair, PairTies ties) {
  std::ranges::sort(ties.edges, {}, [](const TiedEdge& edge) {
    return std::tuple(-edge_strength(edge.type, edge.edge), edge.type,
                      edge.side);
  });
  add_end(lane, pair, ties);
  add_end(lane, {pair.second, pair.first}, turned(std::move(ties)));
}

void NeighbourRanking::add_end(size_t lane, const EntityPair& pair,
                               const PairTies& ties) {
  const auto association =
      ties.places.empty() ? std::nullopt : associate(ties.counts);
  if (!association && ties.edges.empty()) return;
  const EntityTotals& other = totals_[static_cast<uint32_t>(pair.second)];
  NeighbourRecord record;
  record.type = other.type;
  Encoder edges;
  edges.varint(ties.edges.size());
  std::vector<double> strengths;
  for (const TiedEdge& tied : ties.edges) {
    strengths.push_back(edge_strength(tied.type, tied.edge));
    edges.u8(static_cast<uint8_t>(tied.type))
        .u8(static_cast<uint8_t>(tied.side));
    edges.f32(static_cast<float>(strengths.back()));
    record.edges.push_back({tied.type, tied.side, tied.edge.modality,
                            tied.edge.negated, double(tied.edge.confidence),
                            tied.edge.story_count, tied.reports});
  }
  double strength = 0;
  if (association) {
    strength = association->strength;
    record.association = {association->lift, association->story_count,
                          association->strength, association->closeness,
                          ties.reports};
  }
  for (const PairPlace& place : ties.places) {
    record.sightings.push_back({place.article, place.second_sentence});
  }
  const double share = double(other.story_count) / ties.counts.all;
  const double relations = join_strengths(strengths);
  communities_.add(static_cast<uint32_t>(pair.first),
                   static_cast<uint32_t>(pair.second),
                   blend(relations, strength));
  const auto tie = static_cast<float>(blend(tell(relations, share), strength));
  Encoder value;
  value.f32(tie).f32(static_cast<float>(strength));
  value.raw(edges.bytes()).raw(encode(record));
  Encoder key;
  key.u32(static_cast<uint32_t>(pair.first));
  key.u32(static_cast<uint32_t>(pair.second));
  rows_.add(lane, key.bytes(), value.bytes());
  if (ties.edges.empty()) return;
  ties_.add(lane,
            {pair.first, pair.second, static_cast<float>(relations), tie});
}

void NeighbourRanking::rank(size_t partition, Database& database) {
  TableWriter neighbours(database, Column::kNeighbours, partition);
  auto records = rows_.take(partition);
  while (records.valid()) {
    const EntityNumber entity = number_of(records.key());
    std::string bytes;
    auto rows = take_rows(records, bytes);
    score_rows(entity, rows);
    EntityTotals& totals = totals_[static_cast<uint32_t>(entity)];
    std::vector<RankedNeighbour> ranked;
    std::vector<AdjacentEdge> edges;
    for (const Row& row : rows) {
      const std::string_view all = bytes;
      ranked.push_back(
          {row.other, row.score, all.substr(row.record, row.end - row.record)});
      take_edges(all.substr(row.edges), row.other, edges);
      const EntityTotals& other = totals_[static_cast<uint32_t>(row.other)];
      ++totals.neighbour_counts[static_cast<size_t>(other.type)];
    }
    totals.edge_count = static_cast<uint32_t>(edges.size());
    write_neighbours(entity, ranked, neighbours);
    if (!edges.empty()) {
      adjacency_.add(partition, entity, encode_adjacency(std::move(edges)));
    }
  }
  neighbours.finish();
  rows_.drop(partition);
}

std::vector<NeighbourRanking::Row> NeighbourRanking::take_rows(
    SortedRecords& records, std::string& bytes) {
  std::vector<Row> rows;
  const EntityNumber entity = number_of(records.key());
  for (; records.valid() && number_of(records.key()) == entity;
       records.next()) {
    Row& row = rows.emplace_back();
    row.other = number_of(records.key().substr(kNumberBytes));
    Decoder in(records.value());
    row.score = double(in.f32());
    row.association = double(in.f32());
    row.edges = bytes.size();
    bytes.append(in.rest());
    row.end = bytes.size();
    const uint32_t edges = in.count();
    in.skip(edges * kEdgeBytes);
    row.record = row.end - in.rest().size();
  }
  return rows;
}

// `rows` come ordered by the other entity.
void NeighbourRanking::score_rows(EntityNumber entity,
                                  std::vector<Row>& rows) const {
  const bool has_associations = std::ranges::any_of(
      rows, [](const Row& row) { return row.association > 0; });
  if (has_associations) {
    const auto paths = best_paths(entity, ties_);
    auto path = paths.begin();
    for (Row& row : rows) {
      while (path != paths.end() && path->end < row.other) ++path;
      if (path != paths.end() && path->end == row.other) {
        row.score = reach(row.score, row.association, path->strength);
      }
    }
  }
  const auto order = [&] {
    std::ranges::sort(rows, {}, [](const Row& row) {
      return std::tuple(-row.score, row.other);
    });
  };
  order();
  std::array<size_t, text::kEntityTypeCount> better{};
  for (Row& row : rows) {
    const auto type = totals_[static_cast<uint32_t>(row.other)].type;
    row.score = diversify(row.score, better[static_cast<size_t>(type)]++);
  }
  order();
}

}  // namespace graph
