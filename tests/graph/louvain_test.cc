#include "graph/louvain.h"

#include <doctest/doctest.h>

#include <random>
#include <set>

namespace graph {
namespace {

using Communities = std::vector<uint32_t>;

void tie_all(uint32_t begin, uint32_t end, std::vector<WeightedTie>& ties) {
  for (uint32_t one = begin; one < end; ++one) {
    for (uint32_t other = one + 1; other < end; ++other) {
      ties.push_back({one, other, 1});
    }
  }
}

}  // namespace

TEST_CASE("two groups with a single tie between them are two communities") {
  std::vector<WeightedTie> ties;
  tie_all(0, 4, ties);
  tie_all(4, 8, ties);
  ties.push_back({3, 4, 1});
  CHECK(find_communities(8, ties) == Communities{0, 0, 0, 0, 1, 1, 1, 1});
}

TEST_CASE("weights decide where a node belongs") {
  std::vector<WeightedTie> ties;
  tie_all(0, 3, ties);
  tie_all(3, 6, ties);
  ties.push_back({6, 0, 0.1f});
  ties.push_back({6, 5, 2});
  const auto found = find_communities(7, ties);
  CHECK(found[6] == found[5]);
  CHECK(found[6] != found[0]);
}

TEST_CASE("a node without ties is alone") {
  const std::vector<WeightedTie> ties = {{0, 2, 1}};
  CHECK(find_communities(3, ties) == Communities{0, 1, 0});
  CHECK(find_communities(2, {}) == Communities{0, 1});
  CHECK(find_communities(0, {}).empty());
}

TEST_CASE("planted communities are found, and every one holds together") {
  constexpr uint32_t kGroups = 20;
  constexpr uint32_t kSize = 50;
  std::mt19937_64 random(7);
  std::vector<WeightedTie> ties;
  for (uint32_t node = 0; node < kGroups * kSize; ++node) {
    for (int i = 0; i < 8; ++i) {
      const uint32_t near =
          node / kSize * kSize + static_cast<uint32_t>(random() % kSize);
      if (near != node) ties.push_back({node, near, 1});
    }
    ties.push_back(
        {node, static_cast<uint32_t>(random() % (kGroups * kSize)), 1});
  }
  const auto found = find_communities(kGroups * kSize, ties);
  std::set<uint32_t> numbers;
  for (uint32_t group = 0; group < kGroups; ++group) {
    CAPTURE(group);
    for (uint32_t i = 1; i < kSize; ++i) {
      CHECK(found[group * kSize + i] == found[group * kSize]);
    }
    numbers.insert(found[group * kSize]);
  }
  CHECK(numbers.size() == kGroups);
  CHECK(find_communities(kGroups * kSize, ties) == found);
}

}  // namespace graph
