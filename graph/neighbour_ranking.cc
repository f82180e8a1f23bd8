#include "graph/neighbour_ranking.h"

#include <algorithm>
#include <array>
#include <string>
#include <tuple>
#include <utility>

#include "graph/encoding.h"
#include "graph/keys.h"
#include "graph/ranking.h"

namespace graph {
namespace {

// Paths go over this many of the neighbours that relations tie most strongly,
constexpr size_t kBridges = 32;
// and on to this many of the strongest of each.
constexpr size_t kBridged = 256;

constexpr size_t kEntityBytes = 8;

}  // namespace

struct NeighbourRanking::Row {
  EntityId other{};
  text::EntityType type{};
  double association = 0;
  double score = 0;    // at first the blend alone
  std::string record;  // encoded
};

NeighbourRanking::NeighbourRanking(std::filesystem::path prefix)
    : rows_(std::move(prefix)) {}

void NeighbourRanking::add(const EntityPair& pair, double share,
                           const NeighbourRecord& record) {
  const double relations = relations_strength(record.edges);
  const double tie = blend(tell(relations, share), record.association_strength);
  Encoder value;
  value.u8(static_cast<uint8_t>(record.type));
  value.f64(tie).f64(record.association_strength).raw(encode(record));
  rows_.add(Encoder().id(pair.first).id(pair.second).bytes(), value.bytes());
  if (record.edges.empty()) return;
  ties_.push_back({pair.first, pair.second, static_cast<float>(relations),
                   static_cast<float>(tie)});
}

void NeighbourRanking::write(Database& database) {
  std::ranges::sort(ties_, {}, [](const Tie& tie) {
    return std::tuple(tie.entity, -tie.blend, tie.other);
  });
  rows_.sort();
  TableWriter table(database, Column::kNeighbours);
  while (rows_.valid()) {
    const auto entity = Decoder(rows_.key()).id<EntityId>();
    auto rows = take_rows(entity);
    score_rows(entity, rows);
    std::vector<std::pair<std::string, const Row*>> ordered;
    for (const Row& row : rows) {
      ordered.emplace_back(encode(NeighbourKey{entity, row.score, row.other}),
                           &row);
    }
    std::ranges::sort(ordered);
    for (const auto& [key, row] : ordered) table.add(key, row->record);
  }
  table.finish();
}

std::vector<NeighbourRanking::Row> NeighbourRanking::take_rows(
    EntityId entity) {
  std::vector<Row> rows;
  const std::string prefix = entity_key(entity);
  for (; rows_.valid() && rows_.key().starts_with(prefix); rows_.next()) {
    Row row;
    row.other = Decoder(rows_.key().substr(kEntityBytes)).id<EntityId>();
    Decoder in(rows_.value());
    row.type = in.choice<text::EntityType>(text::kEntityTypeCount);
    row.score = in.f64();
    row.association = in.f64();
    row.record = in.rest();
    rows.push_back(std::move(row));
  }
  return rows;
}

// `rows` come ordered by the other entity.
void NeighbourRanking::score_rows(EntityId entity,
                                  std::vector<Row>& rows) const {
  const auto paths = best_paths(entity);
  auto path = paths.begin();
  for (Row& row : rows) {
    while (path != paths.end() && path->end < row.other) ++path;
    if (path != paths.end() && path->end == row.other && row.association > 0) {
      row.score = reach(row.score, row.association, path->strength);
    }
  }
  std::ranges::sort(rows, {}, [](const Row& row) {
    return std::tuple(-row.score, row.other);
  });
  std::array<size_t, text::kEntityTypeCount> better{};
  for (Row& row : rows) {
    row.score = diversify(row.score, better[static_cast<size_t>(row.type)]++);
  }
}

std::span<const NeighbourRanking::Tie> NeighbourRanking::ties_of(
    EntityId entity) const {
  return std::ranges::equal_range(ties_, entity, {}, &Tie::entity);
}

// The best path to each entity, ordered by entity.
std::vector<NeighbourRanking::Path> NeighbourRanking::best_paths(
    EntityId entity) const {
  std::vector<Path> paths;
  const auto bridges = ties_of(entity);
  for (const Tie& bridge : bridges.first(std::min(bridges.size(), kBridges))) {
    const auto ends = ties_of(bridge.other);
    for (const Tie& end : ends.first(std::min(ends.size(), kBridged))) {
      paths.push_back(
          {end.other, path_strength(bridge.blend, end.relations, ends.size())});
    }
  }
  std::ranges::sort(paths, {}, [](const Path& path) {
    return std::tuple(path.end, -path.strength);
  });
  const auto worse = std::ranges::unique(paths, {}, &Path::end);
  paths.erase(worse.begin(), worse.end());
  return paths;
}

}  // namespace graph
