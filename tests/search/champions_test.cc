#include "search/champions.h"

#include <doctest/doctest.h>

#include <numeric>

namespace search {

namespace {

constexpr uint32_t kMany = 1000;
constexpr uint32_t kFlatLength = 10;

// Articles from 1 on that have a word once each, the newest last.
std::vector<WordCount> make_postings(uint32_t count, uint32_t length) {
  std::vector<WordCount> postings;
  for (uint32_t document = 1; document <= count; ++document) {
    postings.push_back({document, 1, length});
  }
  return postings;
}

std::vector<uint32_t> make_newness() {
  std::vector<uint32_t> newness(kMany + 1);
  std::iota(newness.begin(), newness.end(), 0u);
  return newness;
}

}  // namespace

TEST_CASE("of articles that are alike the newest are champions") {
  const auto champions =
      choose_champions(make_postings(kMany, 100), kFlatLength, make_newness());
  REQUIRE(champions.size() == kChampionRanks);
  CHECK(champions.front().document == kMany - kChampionRanks + 1);
  CHECK(champions.back().document == kMany);
}

TEST_CASE("an article that many beat in both is no champion") {
  auto postings = make_postings(kMany, 100);
  for (uint32_t i = 0; i < kChampionRanks; ++i) postings[i].count = 2;
  const auto champions =
      choose_champions(postings, kFlatLength, make_newness());
  CHECK(champions.size() == kChampionRanks);
  CHECK(champions.front().document == 1);
}

TEST_CASE("a shorter article stays a champion beside those with more") {
  auto postings = make_postings(kMany, 100);
  for (uint32_t i = 0; i < kChampionRanks; ++i) postings[i].count = 2;
  postings.back().length = 99;
  const auto champions =
      choose_champions(postings, kFlatLength, make_newness());
  CHECK(champions.size() == kChampionRanks + 1);
  CHECK(champions.back().document == kMany);
}

TEST_CASE("lengths that may count alike beat no newer article") {
  auto postings = make_postings(kMany, kFlatLength);
  for (uint32_t i = 0; i < kChampionRanks; ++i) postings[i].length = 5;
  const auto champions =
      choose_champions(postings, kFlatLength, make_newness());
  CHECK(champions.back().document == kMany);
  CHECK(choose_champions(postings, 4, make_newness()).back().document ==
        kChampionRanks);
}

}  // namespace search
