#include "graph/external_sorter.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/graph/tiny_archive.h"

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
    sorter.sort();
    CHECK(std::filesystem::exists(directory / "run.0"));
  }
  CHECK(std::filesystem::is_empty(directory / ""));
}

}  // namespace graph
