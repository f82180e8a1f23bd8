#include "graph/path_search.h"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <span>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "graph/entity_lookup.h"
#include "graph/ranking.h"

namespace graph {
namespace {

// Edges of each side that are read of the two ends, and of others.
constexpr size_t kEndEdges = 4096;
constexpr size_t kInnerEdges = 128;
// What is read before the search is content with what it has.
constexpr size_t kMaxExpanded = 400;
constexpr size_t kMaxRows = 24000;

constexpr size_t kNone = std::numeric_limits<size_t>::max();

struct EntityHash {
  size_t operator()(EntityId id) const {
    return static_cast<size_t>(static_cast<uint64_t>(id));  // a hash already
  }
};

// The beginning of a path: from an end over `via` to a middle.
struct Half {
  const Tie* first = nullptr;  // end -> via
  Tie second;                  // via -> middle
  double score = 0;            // of both steps, `via` damped
  size_t next = kNone;         // another half with the same middle
};

// What is known from one end of the paths.
struct Known {
  EntityId end{};
  Ties near;                      // one step away
  std::vector<const Tie*> order;  // the same, strongest first
  size_t expanded = 0;            // of `order`
  std::vector<Half> halves;       // two steps away
  std::unordered_map<EntityId, size_t, EntityHash> by_middle;  // of `halves`

  bool is_done() const { return expanded == order.size(); }
  double strongest() const {
    return order.empty() ? 0 : order.front()->strength;
  }
  double strongest_left() const {
    return is_done() ? 0 : order[expanded]->strength;
  }
};

// The strongest paths so far, and the strongest of the shortest.
class BestPaths {
 public:
  explicit BestPaths(size_t limit) : limit_(limit) {}

  size_t shortest() const {
    return shortest_.ties.empty() ? kNone : shortest_.ties.size();
  }
  // The score above which a path is among the strongest.
  double threshold() const {
    return best_.size() < limit_ ? 0 : best_.back().score;
  }
  bool wants(double score, size_t hops) const {
    return score > threshold() || hops < shortest() ||
           (hops == shortest() && score > shortest_.score);
  }

  void offer(FoundPath path) {
    const auto known = std::ranges::find(best_, path.nodes, &FoundPath::nodes);
    if (known != best_.end()) return;
    if (is_better_shortest(path)) shortest_ = path;
    const auto at = std::ranges::lower_bound(best_, rank(path), {}, rank);
    best_.insert(at, std::move(path));
    if (best_.size() > limit_) best_.pop_back();
  }

  // The weakest gives way to the shortest, if need be.
  std::vector<FoundPath> take() {
    if (shortest_.ties.empty()) return {};
    const bool has_shortest =
        std::ranges::any_of(best_, [&](const FoundPath& path) {
          return path.ties.size() == shortest_.ties.size();
        });
    if (!has_shortest) best_.back() = std::move(shortest_);
    return std::move(best_);
  }

 private:
  static std::tuple<double, const std::vector<EntityId>&> rank(
      const FoundPath& path) {
    return {-path.score, path.nodes};
  }

  bool is_better_shortest(const FoundPath& path) const {
    if (path.ties.size() != shortest()) return path.ties.size() < shortest();
    return rank(path) < rank(shortest_);
  }

  size_t limit_;
  std::vector<FoundPath> best_;
  FoundPath shortest_;
};

class Search {
 public:
  Search(const Database& database, const PathEnds& ends, bool with_associations)
      : database_(database),
        max_hops_(ends.max_hops),
        reader_(database, with_associations),
        best_(ends.limit) {
    begin(known_[0], ends.from);
    begin(known_[1], ends.to);
  }

  FoundPaths run() {
    join_ends();
    while (max_hops_ > 2 && is_open()) {
      if (expanded_ == kMaxExpanded || reader_.rows_read() > kMaxRows) {
        is_cut_ = true;
        break;
      }
      expand(next_side());
    }
    return {best_.take(), is_cut_};
  }

 private:
  void begin(Known& side, EntityId end) {
    side.end = end;
    side.near = reader_.read(end, kEndEdges);
    is_cut_ |= side.near.is_cut;
    for (const Tie& tie : side.near.ties) side.order.push_back(&tie);
    std::ranges::sort(side.order, {}, [](const Tie* tie) {
      return std::tuple(-tie->strength, tie->other);
    });
  }

  // Paths of one and of two steps.
  void join_ends() {
    auto& [from, to] = known_;
    if (const Tie* tie = find_tie(from.near, to.end)) {
      best_.offer({tie->strength, {from.end, to.end}, {*tie}});
    } else if (const Tie* seen_from_other = find_tie(to.near, from.end)) {
      best_.offer(
          {seen_from_other->strength, {from.end, to.end}, {*seen_from_other}});
    }
    if (max_hops_ < 2) return;
    auto other = to.near.ties.begin();
    for (const Tie& tie : from.near.ties) {
      while (other != to.near.ties.end() && other->other < tie.other) ++other;
      if (other == to.near.ties.end()) break;
      if (other->other != tie.other) continue;
      const double strengths = tie.strength * other->strength;
      if (!best_.wants(strengths, 2)) continue;
      best_.offer({strengths * passing(tie.other),
                   {from.end, tie.other, to.end},
                   {tie, *other}});
    }
  }

  // True while something unread may be wanted.
  bool is_open() const {
    const auto& [from, to] = known_;
    if (from.is_done() && to.is_done()) return false;
    if (must_prove()) return true;
    const double left = std::max(from.strongest_left() * to.strongest(),
                                 to.strongest_left() * from.strongest());
    return left > best_.threshold();
  }

  // True while there may be a shorter path than those found: one of three steps
  // is found once all entities near to one end were expanded, one of four once
  // those near to both were.
  bool must_prove() const {
    const auto& [from, to] = known_;
    if (best_.shortest() <= 3) return false;
    const bool no_three = from.is_done() || to.is_done();
    return !no_three || (best_.shortest() == kNone && max_hops_ > 3);
  }

  // The side to go on from: the more promising one, or the one that sooner
  // proves that there is no shorter path.
  size_t next_side() const {
    const auto& [from, to] = known_;
    if (from.is_done()) return 1;
    if (to.is_done()) return 0;
    if (must_prove()) {
      return from.order.size() - from.expanded <= to.order.size() - to.expanded
                 ? 0
                 : 1;
    }
    return from.strongest_left() >= to.strongest_left() ? 0 : 1;
  }

  void expand(size_t side) {
    Known& known = known_[side];
    const Known& other = known_[1 - side];
    const Tie& first = *known.order[known.expanded++];
    if (first.other == other.end) return;
    ++expanded_;
    const Ties onwards = reader_.read(first.other, kInnerEdges);
    is_cut_ |= onwards.is_cut;
    const double score = first.strength * passing(first.other);
    for (const Tie& second : onwards.ties) {
      if (second.other == known.end || second.other == other.end) continue;
      const Half half{&first, second, score * second.strength, kNone};
      join_near(side, half);
      if (max_hops_ > 3) join_halves(side, half);
    }
  }

  // Paths of three steps.
  void join_near(size_t side, const Half& half) {
    const Tie* last = find_tie(known_[1 - side].near, half.second.other);
    if (last == nullptr) return;
    const double strengths = half.score * last->strength;
    if (!best_.wants(strengths, 3)) return;
    const EntityId middle = half.second.other;
    offer(side, strengths * passing(middle),
          {known_[side].end, half.first->other, middle, last->entity},
          {*half.first, half.second, *last});
  }

  // Paths of four steps.
  void join_halves(size_t side, const Half& half) {
    const Known& other = known_[1 - side];
    if (!best_.wants(half.score * other.strongest(), 4)) return;
    const EntityId middle = half.second.other;
    const auto met = other.by_middle.find(middle);
    for (size_t i = met == other.by_middle.end() ? kNone : met->second;
         i != kNone; i = other.halves[i].next) {
      const Half& rest = other.halves[i];
      const double strengths = half.score * rest.score;
      if (rest.first->other == half.first->other ||
          !best_.wants(strengths, 4)) {
        continue;
      }
      offer(side, strengths * passing(middle),
            {known_[side].end, half.first->other, middle, rest.first->other,
             other.end},
            {*half.first, half.second, rest.second, *rest.first});
    }
    remember(known_[side], half);
  }

  static void remember(Known& known, Half half) {
    const auto [first, is_new] =
        known.by_middle.try_emplace(half.second.other, known.halves.size());
    if (!is_new) half.next = std::exchange(first->second, known.halves.size());
    known.halves.push_back(half);
  }

  void offer(size_t side, double score, std::vector<EntityId> nodes,
             std::vector<Tie> ties) {
    if (side == 1) {
      std::ranges::reverse(nodes);
      std::ranges::reverse(ties);
    }
    best_.offer({score, std::move(nodes), std::move(ties)});
  }

  // What is left of a score behind an entity: hubs pass on little.
  double passing(EntityId entity) {
    const auto [known, is_new] = passing_.try_emplace(entity, 0.0);
    if (is_new) {
      known->second = path_strength(1, 1, edge_count_at(database_, entity));
    }
    return known->second;
  }

  const Database& database_;
  size_t max_hops_;
  TieReader reader_;
  std::array<Known, 2> known_;
  BestPaths best_;
  std::unordered_map<EntityId, double, EntityHash> passing_;
  size_t expanded_ = 0;
  bool is_cut_ = false;
};

}  // namespace

FoundPaths search_paths(const Database& database, const PathEnds& ends,
                        bool with_associations) {
  return Search(database, ends, with_associations).run();
}

}  // namespace graph
