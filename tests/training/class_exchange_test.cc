#include "training/class_exchange.h"

#include <doctest/doctest.h>

#include <bit>

#include "training/class_tree.h"

using namespace training;

namespace {

// 0 ends a sentence; 1 and 2 stand before 3 and 4, 5 and 6 after them: two
// words of a kind never stand together.
constexpr ClassRequest kRequest = {
    .word_count = 7, .fixed_count = 1, .class_count = 3, .rounds = 5};

std::vector<Bigram> sentences() {
  std::vector<Bigram> bigrams;
  for (const uint32_t first : {1, 2}) bigrams.push_back({0, first, 8});
  for (const uint32_t first : {1, 2}) {
    for (const uint32_t second : {3, 4}) bigrams.push_back({first, second, 4});
  }
  for (const uint32_t second : {3, 4}) {
    for (const uint32_t third : {5, 6}) bigrams.push_back({second, third, 4});
  }
  for (const uint32_t third : {5, 6}) bigrams.push_back({third, 0, 8});
  return bigrams;
}

}  // namespace

TEST_CASE("words that occur in like company get one class") {
  const auto bigrams = sentences();
  const auto classes = find_classes(kRequest, bigrams);
  CHECK(classes[0] == 0);
  CHECK(classes[1] == classes[2]);
  CHECK(classes[3] == classes[4]);
  CHECK(classes[5] == classes[6]);
  CHECK(classes[1] != classes[3]);
  CHECK(classes[3] != classes[5]);
}

TEST_CASE("no class is the beginning of another in the tree") {
  const auto bigrams = sentences();
  const std::vector<uint32_t> own = {0, 1, 1, 2, 2, 3, 3};
  const auto paths = find_paths(kRequest, bigrams, own);
  REQUIRE(paths.size() == 4);
  CHECK(paths[0] == 1);
  for (size_t i = 1; i < 4; ++i) {
    for (size_t j = 1; j < 4; ++j) {
      const int longer = std::bit_width(paths[j]) - std::bit_width(paths[i]);
      CHECK((i == j || longer < 0 || paths[j] >> longer != paths[i]));
    }
  }
}
