#include "graph/shared_ties.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "graph/edge_rows.h"
#include "graph/ranking.h"

namespace graph {
namespace {

// Third entities that are looked at, those that are tied most strongly.
constexpr size_t kThirds = 64;
// Of a third entity with more ties than this nothing is told.
constexpr size_t kTiesOfThird = 1024;
// Nothing is told that more entities than this share,
constexpr size_t kSharers = 24;
// or that ties them less than this.
constexpr double kLeastShared = 0.1;

// One tie that is shared with one other entity.
struct Sharer {
  EntityNumber other{};
  double strength = 0;
  SharedTie tie;
};

bool has_kind(const PairTie& tie, uint8_t kind) {
  return std::ranges::find(tie.kinds, kind) != tie.kinds.end();
}

// Who else is tied to the third entity as `tie` has it by `kind`.
void add_sharers(const PairTie& tie, uint8_t kind,
                 std::span<const PairTie> ties_of_third,
                 std::vector<Sharer>& sharers) {
  const EdgeKind seen = to_kind(kind);
  const uint8_t seen_from_third =
      to_byte({seen.type, seen_from_other_end(seen.side)});
  const size_t begin = sharers.size();
  for (const PairTie& other : ties_of_third) {
    if (other.other == tie.entity || !has_kind(other, seen_from_third)) {
      continue;
    }
    const double weaker =
        std::min(tie.relations, other.relations) / PairTie::kScale;
    sharers.push_back({other.other, weaker, {seen.type, seen.side, tie.other}});
  }
  const size_t count = sharers.size() - begin + 1;
  if (count > kSharers) sharers.resize(begin);
  for (size_t i = begin; i < sharers.size(); ++i) {
    sharers[i].strength = shared_strength(sharers[i].strength, count);
  }
}

// The best of each pair, one for each third entity.
std::vector<SharedTies> group(std::vector<Sharer> sharers) {
  std::ranges::sort(sharers, {}, [](const Sharer& sharer) {
    return std::tuple(sharer.other, -sharer.strength, sharer.tie.third,
                      sharer.tie.type, sharer.tie.side);
  });
  std::vector<SharedTies> all;
  std::vector<double> strengths;
  for (const Sharer& sharer : sharers) {
    if (sharer.strength < kLeastShared) continue;
    if (all.empty() || all.back().other != sharer.other) {
      all.push_back({sharer.other, 0, {}});
    }
    SharedTies& shared = all.back();
    const bool is_told =
        std::ranges::find(shared.ties, sharer.tie.third, &SharedTie::third) !=
        shared.ties.end();
    if (is_told || shared.ties.size() == kSharedTold) continue;
    shared.ties.push_back(sharer.tie);
    shared.strength =
        join_strengths(std::array{shared.strength, sharer.strength});
  }
  return all;
}

}  // namespace

std::vector<SharedTies> find_shared(EntityNumber entity, const TieTable& ties) {
  std::vector<Sharer> sharers;
  const auto own = ties.of(entity);
  size_t read = 0;
  for (const PairTie& tie : own.first(std::min(own.size(), kThirds))) {
    const auto of_third = ties.of(tie.other);
    if (of_third.size() > kTiesOfThird) continue;
    read += of_third.size();
    if (read > kSharersRead) break;
    for (const uint8_t kind : tie.kinds) {
      if (kind == PairTie::kNoKind) break;
      add_sharers(tie, kind, of_third, sharers);
    }
  }
  return group(std::move(sharers));
}

}  // namespace graph
