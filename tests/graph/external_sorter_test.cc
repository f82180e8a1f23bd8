#include "graph/external_sorter.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <string>
#include <vector>

#include "tests/graph/tiny_archive.h"
#include "text/error.h"

namespace graph {
namespace {

using Records = std::vector<std::pair<std::string, std::string>>;

Records scattered(size_t count) {
  Records records;
  for (size_t i = 0; i < count; ++i) {
    records.emplace_back("key" + std::to_string(i * 7919 % 101),
                         "value" + std::to_string(i * 104729 % 977));
  }
  return records;
}

Records sort_with_budget(const Records& records, size_t budget) {
  const TemporaryDirectory directory;
  ExternalSorter sorter(directory / "run", budget);
  for (const auto& [key, value] : records) sorter.add(key, value);
  sorter.sort();
  Records sorted;
  for (; sorter.valid(); sorter.next()) {
    sorted.emplace_back(sorter.key(), sorter.value());
  }
  return sorted;
}

}  // namespace

TEST_CASE("records come back by key and value, spilled or not") {
  Records records = scattered(1000);
  const Records in_memory = sort_with_budget(records, 1 << 20);
  const Records spilled = sort_with_budget(records, 2000);
  std::ranges::sort(records);
  CHECK(in_memory == records);
  CHECK(spilled == records);
}

TEST_CASE("keys that begin alike come back in order, whatever their bytes") {
  const Records sorted = {
      {"", "empty"},
      {std::string("\0", 1), "zero"},
      {"begin", ""},
      {std::string("begin\0", 6), ""},
      {"beginning", "1"},
      {"beginning", "2"},
      {"beginning of a long one", "b"},
      {"beginning of a long two", "a"},
      {"\xff", ""},
  };
  Records records = sorted;
  std::ranges::reverse(records);
  CHECK(sort_with_budget(records, 1 << 20) == sorted);
  CHECK(sort_with_budget(records, 100) == sorted);
}

TEST_CASE("nothing added gives nothing back") {
  CHECK(sort_with_budget({}, 100).empty());
}

TEST_CASE("a sorter leaves no files behind") {
  const TemporaryDirectory directory;
  {
    ExternalSorter sorter(directory / "run", 50);
    for (const auto& [key, value] : scattered(100)) sorter.add(key, value);
    CHECK(std::filesystem::exists(directory / "run.0"));
    sorter.sort();
  }
  CHECK(std::filesystem::is_empty(directory / ""));
}

TEST_CASE("more runs than may stay open are merged first") {
  Records records = scattered(2000);
  const TemporaryDirectory directory;
  ExternalSorter sorter(directory / "run", 500, 3);
  for (const auto& [key, value] : records) sorter.add(key, value);
  CHECK(std::filesystem::exists(directory / "run.90"));
  sorter.sort();
  using Files = std::filesystem::directory_iterator;
  CHECK(std::distance(Files(directory / ""), Files()) == 3);
  Records sorted;
  for (; sorter.valid(); sorter.next()) {
    sorted.emplace_back(sorter.key(), sorter.value());
  }
  std::ranges::sort(records);
  CHECK(sorted == records);
}

TEST_CASE("a run that can't be opened is an error, not an end") {
  const TemporaryDirectory directory;
  ExternalSorter sorter(directory / "run", 500);
  for (const auto& [key, value] : scattered(100)) sorter.add(key, value);
  std::filesystem::remove(directory / "run.0");
  CHECK_THROWS_AS(sorter.sort(), text::StorageError);
}

}  // namespace graph
