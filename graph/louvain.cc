#include "graph/louvain.h"

#include <numeric>

namespace graph {
namespace {

constexpr int kMaxLevels = 12;
constexpr int kMaxPasses = 16;
// A pass that moves fewer than one in so many nodes is the last of its level.
constexpr size_t kFewMoved = 500;

// Each tie from either end, by node; what ties a node to itself is apart.
struct Network {
  std::vector<size_t> begins;  // of the ties of a node; one more at the end
  std::vector<uint32_t> others;
  std::vector<float> weights;
  std::vector<double> loops;    // twice what ties a node to itself
  std::vector<double> degrees;  // all weights, loops included
  double total = 0;             // of all degrees

  uint32_t size() const { return static_cast<uint32_t>(loops.size()); }
};

Network make_network(uint32_t nodes, std::span<const WeightedTie> ties) {
  Network network;
  network.loops.assign(nodes, 0);
  network.begins.assign(size_t{nodes} + 1, 0);
  for (const WeightedTie& tie : ties) {
    if (tie.one == tie.other) {
      network.loops[tie.one] += 2 * double(tie.weight);
      continue;
    }
    ++network.begins[tie.one + 1];
    ++network.begins[tie.other + 1];
  }
  std::partial_sum(network.begins.begin(), network.begins.end(),
                   network.begins.begin());
  network.others.resize(network.begins.back());
  network.weights.resize(network.begins.back());
  std::vector<size_t> next(network.begins.begin(), network.begins.end() - 1);
  const auto put = [&](uint32_t from, uint32_t to, float weight) {
    network.others[next[from]] = to;
    network.weights[next[from]++] = weight;
  };
  for (const WeightedTie& tie : ties) {
    if (tie.one == tie.other) continue;
    put(tie.one, tie.other, tie.weight);
    put(tie.other, tie.one, tie.weight);
  }
  network.degrees = network.loops;
  for (uint32_t node = 0; node < nodes; ++node) {
    for (size_t i = network.begins[node]; i < network.begins[node + 1]; ++i) {
      network.degrees[node] += double(network.weights[i]);
    }
    network.total += network.degrees[node];
  }
  return network;
}

// What a node, or what it may join, is tied to, summed by community.
class Sums {
 public:
  explicit Sums(uint32_t communities) : sums_(communities, -1) {}

  void add(uint32_t community, double weight) {
    if (sums_[community] < 0) {
      sums_[community] = 0;
      touched_.push_back(community);
    }
    sums_[community] += weight;
  }
  double of(uint32_t community) const { return sums_[community]; }
  std::span<const uint32_t> touched() const { return touched_; }

  void clear() {
    for (const uint32_t community : touched_) sums_[community] = -1;
    touched_.clear();
  }

 private:
  std::vector<double> sums_;  // below 0: nothing yet
  std::vector<uint32_t> touched_;
};

// Moves nodes to the community that raises modularity most, until few move.
std::vector<uint32_t> move_nodes(const Network& network) {
  std::vector<uint32_t> community(network.size());
  std::iota(community.begin(), community.end(), 0u);
  std::vector<double> totals = network.degrees;  // by community
  Sums sums(network.size());
  for (int pass = 0; pass < kMaxPasses; ++pass) {
    size_t moved = 0;
    for (uint32_t node = 0; node < network.size(); ++node) {
      const double share = network.degrees[node] / network.total;
      const uint32_t home = community[node];
      totals[home] -= network.degrees[node];
      sums.add(home, 0);
      for (size_t i = network.begins[node]; i < network.begins[node + 1]; ++i) {
        sums.add(community[network.others[i]], double(network.weights[i]));
      }
      uint32_t best = home;
      double gain = sums.of(home) - totals[home] * share;
      for (const uint32_t other : sums.touched()) {
        const double other_gain = sums.of(other) - totals[other] * share;
        if (other_gain > gain + 1e-12 * network.total) {
          best = other;
          gain = other_gain;
        }
      }
      sums.clear();
      totals[best] += network.degrees[node];
      community[node] = best;
      moved += best != home;
    }
    if (moved * kFewMoved < network.size()) break;
  }
  return community;
}

// Numbers from 0, in the order of their first nodes; returns how many.
uint32_t renumber(std::vector<uint32_t>& community) {
  constexpr uint32_t kUnknown = UINT32_MAX;
  std::vector<uint32_t> numbers(community.size(), kUnknown);
  uint32_t count = 0;
  for (uint32_t& one : community) {
    if (numbers[one] == kUnknown) numbers[one] = count++;
    one = numbers[one];
  }
  return count;
}

// Communities become nodes.
std::vector<WeightedTie> aggregate(const Network& network,
                                   const std::vector<uint32_t>& community,
                                   uint32_t count) {
  std::vector<std::vector<uint32_t>> members(count);
  for (uint32_t node = 0; node < network.size(); ++node) {
    members[community[node]].push_back(node);
  }
  std::vector<WeightedTie> ties;
  Sums sums(count);
  for (uint32_t one = 0; one < count; ++one) {
    double within = 0;
    for (const uint32_t node : members[one]) {
      within += network.loops[node];
      for (size_t i = network.begins[node]; i < network.begins[node + 1]; ++i) {
        const uint32_t other = community[network.others[i]];
        if (other == one) within += double(network.weights[i]);
        if (other > one) sums.add(other, double(network.weights[i]));
      }
    }
    if (within > 0) ties.push_back({one, one, static_cast<float>(within / 2)});
    for (const uint32_t other : sums.touched()) {
      ties.push_back({one, other, static_cast<float>(sums.of(other))});
    }
    sums.clear();
  }
  return ties;
}

// Parts communities that do not hold together.
void part(const Network& network, std::vector<uint32_t>& community) {
  constexpr uint32_t kUnknown = UINT32_MAX;
  std::vector<uint32_t> parts(network.size(), kUnknown);
  std::vector<uint32_t> open;
  uint32_t count = 0;
  for (uint32_t first = 0; first < network.size(); ++first) {
    if (parts[first] != kUnknown) continue;
    parts[first] = count;
    open.push_back(first);
    while (!open.empty()) {
      const uint32_t node = open.back();
      open.pop_back();
      for (size_t i = network.begins[node]; i < network.begins[node + 1]; ++i) {
        const uint32_t other = network.others[i];
        if (parts[other] != kUnknown || community[other] != community[node]) {
          continue;
        }
        parts[other] = count;
        open.push_back(other);
      }
    }
    ++count;
  }
  community = std::move(parts);
}

}  // namespace

std::vector<uint32_t> find_communities(uint32_t nodes,
                                       std::span<const WeightedTie> ties) {
  std::vector<uint32_t> result(nodes);
  std::iota(result.begin(), result.end(), 0u);
  const Network original = make_network(nodes, ties);
  if (original.total <= 0) return result;
  Network network = original;
  for (int level = 0; level < kMaxLevels; ++level) {
    std::vector<uint32_t> community = move_nodes(network);
    const uint32_t count = renumber(community);
    for (uint32_t& one : result) one = community[one];
    if (count == network.size()) break;
    network = make_network(count, aggregate(network, community, count));
  }
  part(original, result);
  return result;
}

}  // namespace graph
