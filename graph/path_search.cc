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
#include "graph/number_index.h"
#include "graph/ranking.h"

namespace graph {
namespace {

// Edges that are read of the two ends, and of others: at first, and where this
// leaves open whether there is a shorter path.
constexpr size_t kEndEdges[] = {576, 8192};
constexpr size_t kInnerEdges[] = {64, 576};
// What is read before the search is content with what it has.
constexpr size_t kMaxExpanded = 600;
constexpr size_t kMaxRows = 32000;

constexpr size_t kNone = std::numeric_limits<size_t>::max();

// The beginning of a path: from an end over `first->other` to a middle.
struct Half {
  const Tie* first = nullptr;          // from the end
  Tie second;                          // to the middle
  double score = 0;                    // of both steps, the first other damped
  uint32_t next = NumberIndex::kNone;  // another half with the same middle
};

// What is known from one end of the paths.
struct Known {
  EntityNumber end{};
  Ties near;                      // one step away
  NumberIndex by_other;           // of `near`
  std::vector<const Tie*> order;  // the same, strongest first
  size_t expanded = 0;            // of `order`
  std::vector<Half> halves;       // two steps away
  NumberIndex by_middle;          // the newest of `halves` of each middle

  bool is_done() const { return expanded == order.size(); }
  double strongest() const {
    return order.empty() ? 0 : order.front()->strength;
  }
  const Tie* tie_to(EntityNumber other) const {
    const uint32_t at = by_other.find(other);
    return at == NumberIndex::kNone ? nullptr : &near.ties[at];
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
  static std::tuple<double, const std::vector<EntityNumber>&> rank(
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
    known_[0].end = ends.from;
    known_[1].end = ends.to;
    for (Known& side : known_) begin(side, kEndEdges[0]);
  }

  FoundPaths run() {
    join_ends();
    if (best_.shortest() > 1) read_on();
    if (max_hops_ > 2) {
      for (const size_t inner_edges : kInnerEdges) {
        expand_all(inner_edges);
        // A path of three steps at most is known to be the shortest.
        if (best_.shortest() <= 3 || !inner_cut_ || is_spent_) break;
      }
    }
    const bool ends_cut = known_[0].near.is_cut || known_[1].near.is_cut;
    return {best_.take(), ends_cut || inner_cut_ || is_spent_};
  }

 private:
  void begin(Known& side, size_t limit) {
    side.near = reader_.read(side.end, limit);
    side.order.clear();
    side.by_other.clear();
    for (const Tie& tie : side.near.ties) {
      side.by_other[tie.other] = static_cast<uint32_t>(side.order.size());
      side.order.push_back(&tie);
    }
    std::ranges::sort(side.order, {}, [](const Tie* tie) {
      return std::tuple(-tie->strength, tie->other);
    });
  }

  // Reads the other ties of hubs.
  void read_on() {
    if (!known_[0].near.is_cut && !known_[1].near.is_cut) return;
    for (Known& side : known_) {
      if (side.near.is_cut) begin(side, kEndEdges[1]);
    }
    join_ends();
  }

  void expand_all(size_t inner_edges) {
    inner_edges_ = inner_edges;
    inner_cut_ = false;
    for (Known& side : known_) {
      side.expanded = 0;
      side.halves.clear();
      side.by_middle.clear();
    }
    while (is_open()) {
      if (expanded_ == kMaxExpanded || reader_.rows_read() > kMaxRows) {
        is_spent_ = true;
        return;
      }
      expand(next_side());
    }
  }

  // Paths of one and of two steps.
  void join_ends() {
    auto& [from, to] = known_;
    if (const Tie* tie = from.tie_to(to.end)) {
      best_.offer({tie->strength, {from.end, to.end}, {*tie}});
    } else if (const Tie* seen_from_other = to.tie_to(from.end)) {
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
    const Ties onwards = reader_.read(first.other, inner_edges_);
    inner_cut_ |= onwards.is_cut;
    if (!onwards.is_cut) {
      passing_.try_emplace(first.other,
                           path_strength(1, 1, onwards.edge_count));
    }
    const double score = first.strength * passing(first.other);
    for (const Tie& second : onwards.ties) {
      // What follows can't be stronger than the strongest; who wants four steps
      // wants three.
      const double most = score * second.strength * other.strongest();
      if (!best_.wants(most, 3)) continue;
      if (second.other == known.end || second.other == other.end) continue;
      const Half half{&first, second, score * second.strength,
                      NumberIndex::kNone};
      join_near(side, half);
      if (max_hops_ > 3) join_halves(side, half);
    }
  }

  // Paths of three steps.
  void join_near(size_t side, const Half& half) {
    const Tie* last = known_[1 - side].tie_to(half.second.other);
    if (last == nullptr) return;
    const double strengths = half.score * last->strength;
    if (!best_.wants(strengths, 3)) return;
    const EntityNumber middle = half.second.other;
    offer(side, strengths * passing(middle),
          {known_[side].end, half.first->other, middle, last->entity},
          {*half.first, half.second, *last});
  }

  // Paths of four steps.
  void join_halves(size_t side, const Half& half) {
    const Known& other = known_[1 - side];
    if (!best_.wants(half.score * other.strongest(), 4)) return;
    const EntityNumber middle = half.second.other;
    for (uint32_t i = other.by_middle.find(middle); i != NumberIndex::kNone;
         i = other.halves[i].next) {
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
    uint32_t& newest = known.by_middle[half.second.other];
    half.next =
        std::exchange(newest, static_cast<uint32_t>(known.halves.size()));
    known.halves.push_back(half);
  }

  void offer(size_t side, double score, std::vector<EntityNumber> nodes,
             std::vector<Tie> ties) {
    if (side == 1) {
      std::ranges::reverse(nodes);
      std::ranges::reverse(ties);
    }
    best_.offer({score, std::move(nodes), std::move(ties)});
  }

  // What is left of a score behind an entity: hubs pass on little.
  double passing(EntityNumber entity) {
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
  std::unordered_map<EntityNumber, double> passing_;
  size_t inner_edges_ = 0;
  size_t expanded_ = 0;
  // Ties were not read: of others than the ends, or because it was enough.
  bool inner_cut_ = false;
  bool is_spent_ = false;
};

}  // namespace

FoundPaths search_paths(const Database& database, const PathEnds& ends,
                        bool with_associations) {
  return Search(database, ends, with_associations).run();
}

}  // namespace graph
