#include "graph/neighbour_ranking.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <tuple>
#include <utility>

#include "graph/encoding.h"

namespace graph {
namespace {

// Entities of a list that are merely tied to the same others.
constexpr size_t kStrangers = 32;

constexpr size_t kNumberBytes = 4;
constexpr size_t kEdgeBytes = 6;  // of one edge in a row
constexpr int kSideCount = 3;

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

// Never 0, so that there is a way over every tie.
uint16_t scaled(double strength) {
  return static_cast<uint16_t>(
      std::max(1l, std::lround(strength * PairTie::kScale)));
}

// The strongest that nobody denies; `edges` strongest first.
PairTie::Kinds kinds_of(const std::vector<NeighbourEdge>& edges) {
  PairTie::Kinds kinds = PairTie().kinds;
  size_t count = 0;
  for (const NeighbourEdge& edge : edges) {
    if (count == kinds.size()) break;
    if (!edge.negated) kinds[count++] = to_byte({edge.type, edge.side});
  }
  return kinds;
}

}  // namespace

// What ties a pair as its first entity sees it.
struct NeighbourRanking::End {
  EntityPair pair;
  CooccurrenceCounts counts;
  std::vector<PairPlace> places;
  std::vector<ArticleNumber> reports;
  std::vector<double> strengths;  // of the edges
  NeighbourRecord record;         // with its edges alone

  void turn() {
    std::swap(pair.first, pair.second);
    std::swap(counts.first, counts.second);
    for (PairPlace& place : places) {
      std::swap(place.first_sentence, place.second_sentence);
    }
    for (NeighbourEdge& edge : record.edges) {
      edge.side = seen_from_other_end(edge.side);
    }
  }
};

struct NeighbourRanking::Row {
  EntityNumber other{};
  double score = 0;  // at first the blend alone
  double association = 0;
  size_t edges = 0;   // where they begin in the bytes of all rows
  size_t record = 0;  // where the encoded record begins
  size_t end = 0;     // and where it ends
  std::span<const SharedTie> shared = {};

  auto rank() const { return std::tuple(-score, other); }
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
    return std::tuple(-edge.strength, edge.type, edge.side);
  });
  End end{pair, ties.counts, std::move(ties.places), std::move(ties.reports),
          {},   {}};
  for (TiedEdge& tied : ties.edges) {
    end.strengths.push_back(tied.strength);
    end.record.edges.push_back({tied.type, tied.side, tied.edge.modality,
                                tied.edge.negated, double(tied.edge.confidence),
                                tied.edge.story_count,
                                std::move(tied.reports)});
  }
  MutualTie mutual{pair.first, pair.second, 0, 0};
  mutual.strength = add_end(lane, end);
  end.turn();
  mutual.seen_from_other = add_end(lane, end);
  const auto number = static_cast<uint32_t>(pair.first);
  communities_.add(rows_.partition_of(number), mutual);
}

// Returns how strong the tie is in a community, 0 for none.
double NeighbourRanking::add_end(size_t lane, End& end) {
  const auto association =
      end.places.empty() ? std::nullopt : associate(end.counts);
  NeighbourRecord& record = end.record;
  if (!association && record.edges.empty()) return 0;
  const EntityTotals& other = totals_[static_cast<uint32_t>(end.pair.second)];
  record.type = other.type;
  double strength = 0;
  record.association.reset();
  if (association) {
    strength = association->strength;
    record.association = {association->lift, association->story_count, strength,
                          association->closeness, end.reports};
  }
  record.sightings.clear();
  for (const PairPlace& place : end.places) {
    record.sightings.push_back({place.article, place.second_sentence});
  }
  const double share = double(other.story_count) / end.counts.all;
  const double relations = join_strengths(end.strengths);
  const double tie = blend(tell(relations, share), strength);
  Encoder key;
  key.u32(static_cast<uint32_t>(end.pair.first));
  key.u32(static_cast<uint32_t>(end.pair.second));
  Encoder value;
  value.f32(static_cast<float>(tie)).f32(static_cast<float>(strength));
  value.varint(record.edges.size());
  for (size_t i = 0; i < record.edges.size(); ++i) {
    value.u8(static_cast<uint8_t>(record.edges[i].type));
    value.u8(static_cast<uint8_t>(record.edges[i].side));
    value.f32(static_cast<float>(end.strengths[i]));
  }
  rows_.add(lane, key.bytes(), value.raw(encode(record)).bytes());
  if (!record.edges.empty()) {
    ties_.add(lane, {end.pair.first, end.pair.second, scaled(relations),
                     scaled(tie), kinds_of(record.edges)});
  }
  return blend(relations, strength);
}

void NeighbourRanking::rank(size_t partition, Database& database) {
  TableWriter neighbours(database, Column::kNeighbours, partition);
  auto records = rows_.take(partition);
  LocalWalk walk(ties_, totals_.size());
  while (records.valid()) {
    const EntityNumber entity = number_of(records.key());
    std::string bytes;
    auto rows = take_rows(records, bytes);
    const bool has_associations = std::ranges::any_of(
        rows, [](const Row& row) { return row.association > 0; });
    std::vector<SharedTies> shared;
    std::vector<Row> strangers;
    if (has_associations) {
      const auto reached = walk.from(entity);
      raise_reached(reached, best_paths(entity, ties_), rows);
      shared = find_shared(entity, ties_);
      strangers = note_shared(shared, reached, rows);
    }
    put_in_order(rows);
    add_strangers(std::move(strangers), rows, bytes);
    EntityTotals& totals = totals_[static_cast<uint32_t>(entity)];
    std::vector<RankedNeighbour> ranked;
    std::vector<AdjacentEdge> edges;
    for (const Row& row : rows) {
      const std::string_view all = bytes;
      ranked.push_back({row.other, row.score,
                        all.substr(row.record, row.end - row.record),
                        row.shared});
      take_edges(all.substr(row.edges), row.other, edges);
      const EntityTotals& other = totals_[static_cast<uint32_t>(row.other)];
      ++totals.neighbour_counts[static_cast<size_t>(other.type)];
    }
    totals.edge_count = static_cast<uint32_t>(edges.size());
    write_neighbours(entity, ranked, neighbours);
    if (!edges.empty()) {
      adjacency_.add(partition, entity, encode_adjacency(edges));
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

// All are ordered by entity.
void NeighbourRanking::raise_reached(const std::vector<Reached>& reached,
                                     const std::vector<BestPath>& paths,
                                     std::vector<Row>& rows) {
  auto found = reached.begin();
  auto path = paths.begin();
  for (Row& row : rows) {
    while (found != reached.end() && found->entity < row.other) ++found;
    while (path != paths.end() && path->end < row.other) ++path;
    Reach reach;
    if (found != reached.end() && found->entity == row.other) {
      reach.walked = found->reach;
    }
    if (path != paths.end() && path->end == row.other) {
      reach.path = path->strength;
    }
    row.score = raise(row.score, row.association, reach);
  }
}

// All are ordered by entity. Returns those that share ties, that the walk comes
// to, and that nothing else ties; their scores are relative.
std::vector<NeighbourRanking::Row> NeighbourRanking::note_shared(
    const std::vector<SharedTies>& shared, const std::vector<Reached>& reached,
    std::vector<Row>& rows) {
  std::vector<Row> strangers;
  auto row = rows.begin();
  auto found = reached.begin();
  for (const SharedTies& one : shared) {
    while (row != rows.end() && row->other < one.other) ++row;
    while (found != reached.end() && found->entity < one.other) ++found;
    if (row != rows.end() && row->other == one.other) {
      row->shared = one.ties;
    } else if (found != reached.end() && found->entity == one.other) {
      Row& stranger = strangers.emplace_back();
      stranger.other = one.other;
      stranger.score = one.strength * found->reach;
      stranger.shared = one.ties;
    }
  }
  return strangers;
}

void NeighbourRanking::put_in_order(std::vector<Row>& rows) const {
  std::ranges::sort(rows, {}, &Row::rank);
  std::array<size_t, text::kEntityTypeCount> better{};
  for (Row& row : rows) {
    const auto type = totals_[static_cast<uint32_t>(row.other)].type;
    row.score = diversify(row.score, better[static_cast<size_t>(type)]++);
  }
  std::ranges::sort(rows, {}, &Row::rank);
}

// Below all others, the closest first.
void NeighbourRanking::add_strangers(std::vector<Row> strangers,
                                     std::vector<Row>& rows,
                                     std::string& bytes) const {
  std::ranges::sort(strangers, {}, &Row::rank);
  strangers.resize(std::min(strangers.size(), kStrangers));
  const double last = rows.back().score;
  for (Row& row : strangers) {
    NeighbourRecord record;
    record.type = totals_[static_cast<uint32_t>(row.other)].type;
    row.score *= last;
    row.edges = bytes.size();
    bytes.append(Encoder().varint(0).bytes());
    row.record = bytes.size();
    bytes.append(encode(record));
    row.end = bytes.size();
    rows.push_back(row);
  }
}

}  // namespace graph
