#include "server/live_generation.h"

#include <doctest/doctest.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <vector>

#include "tests/server/sample_archive.h"
#include "text/error.h"

namespace server {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;

void ignore(std::string_view) {}

// What a newer lode, or a broken disk, leaves behind.
void break_newest(const std::filesystem::path& data,
                  generation::GenerationId id) {
  std::ofstream(generation::generation_path(data, id) / "manifest.json")
      << "{}";
}

}  // namespace

TEST_CASE("a directory without a generation gives none until one is there") {
  const TemporaryDirectory data;
  LiveGeneration live(data.path(), hours(1), ignore);
  CHECK(live.get() == nullptr);
  publish_sample(data.path());
  live.refresh();
  REQUIRE(live.get() != nullptr);
  CHECK(to_string(live.get()->id()) == "000001");
}

TEST_CASE("a generation that was taken stays usable after the swap") {
  const TemporaryDirectory data;
  publish_sample(data.path());
  LiveGeneration live(data.path(), hours(1), ignore);
  const auto taken = live.get();
  publish_sample(data.path());
  live.refresh();
  CHECK(to_string(live.get()->id()) == "000002");
  CHECK(to_string(taken->id()) == "000001");
  CHECK(taken->graph().counts().entities == 4);
}

TEST_CASE("a new generation that can't be opened is reported once") {
  const TemporaryDirectory data;
  publish_sample(data.path());
  std::vector<std::string> reports;
  LiveGeneration live(data.path(), hours(1), [&](std::string_view problem) {
    reports.emplace_back(problem);
  });
  break_newest(data.path(), publish_sample(data.path()));
  live.refresh();
  live.refresh();
  CHECK(reports.size() == 1);
  CHECK(to_string(live.get()->id()) == "000001");

  publish_sample(data.path());
  live.refresh();
  CHECK(to_string(live.get()->id()) == "000003");
}

TEST_CASE("a broken generation is refused at the start") {
  const TemporaryDirectory data;
  break_newest(data.path(), publish_sample(data.path()));
  CHECK_THROWS_AS(LiveGeneration(data.path(), hours(1), ignore),
                  text::StorageError);
}

TEST_CASE("a new generation is noticed without being told") {
  const TemporaryDirectory data;
  LiveGeneration live(data.path(), milliseconds(5), ignore);
  publish_sample(data.path());
  while (!live.get()) std::this_thread::yield();
  CHECK(to_string(live.get()->id()) == "000001");
}

}  // namespace server
