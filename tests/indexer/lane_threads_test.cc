#include "indexer/lane_threads.h"

#include <doctest/doctest.h>

#include <stdexcept>

namespace indexer {

namespace {

ReadArticle numbered(uint64_t number) {
  ReadArticle read;
  read.article.record = number;
  return read;
}

}  // namespace

TEST_CASE("articles go round the lanes and keep their order in each") {
  std::vector<std::vector<uint64_t>> seen(3);
  LaneThreads lanes(3, [&](int lane, const ReadArticle& read) {
    seen[static_cast<size_t>(lane)].push_back(read.article.record);
  });
  for (uint64_t i = 0; i < 300; ++i) lanes.add(numbered(i));
  lanes.finish();
  for (size_t lane = 0; lane < 3; ++lane) {
    REQUIRE(seen[lane].size() == 100);
    for (size_t i = 0; i < 100; ++i) CHECK(seen[lane][i] == 3 * i + lane);
  }
}

TEST_CASE("what a lane throws reaches the caller, and nothing hangs") {
  LaneThreads lanes(2, [](int, const ReadArticle& read) {
    if (read.article.record == 5) throw std::runtime_error("disk full");
  });
  const auto add_all = [&] {
    for (uint64_t i = 0; i < 1000; ++i) lanes.add(numbered(i));
    lanes.finish();
  };
  CHECK_THROWS_WITH(add_all(), "disk full");
}

TEST_CASE("lanes that are given up end without handling what waits") {
  for (int i = 0; i < 20; ++i) {
    LaneThreads lanes(4, [](int, const ReadArticle&) {});
    lanes.add(numbered(1));
  }
}

}  // namespace indexer
