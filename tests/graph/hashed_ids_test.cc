#include "graph/hashed_ids.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <random>
#include <vector>

namespace graph {
namespace {

// True if all ids, and those beside them, are found where a search by halves
// finds them.
bool finds_all(std::vector<uint64_t> ids) {
  std::ranges::sort(ids);
  return std::ranges::all_of(ids, [&](uint64_t id) {
    return find_place(ids, id) == std::ranges::lower_bound(ids, id) &&
           find_place(ids, id + 1) == std::ranges::lower_bound(ids, id + 1);
  });
}

}  // namespace

TEST_CASE("ids are found that lie evenly, as hashes do") {
  std::mt19937_64 random(1);
  std::vector<uint64_t> ids(5000);
  std::ranges::generate(ids, random);
  CHECK(finds_all(ids));
}

TEST_CASE("ids are found that lie at either end") {
  std::vector<uint64_t> ids;
  for (uint64_t i = 0; i < 3000; ++i) ids.insert(ids.end(), {i, ~i - 1});
  CHECK(finds_all(ids));
  CHECK(finds_all({UINT64_MAX - 1}));
  const std::vector<uint64_t> none;
  CHECK(find_place(none, uint64_t{7}) == none.end());
}

}  // namespace graph
