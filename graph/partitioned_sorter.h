// Records that several threads add, and several threads take in order.

#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "graph/external_sorter.h"

namespace graph {

// The records of one partition in order; equal ones as often as they were
// added. Used by one thread; views die with next().
class SortedRecords {
 public:
  // `sorters` must be sorted, and outlive it.
  explicit SortedRecords(std::vector<ExternalSorter*> sorters);

  bool valid() const { return current_ != nullptr; }
  std::string_view key() const { return current_->key(); }
  std::string_view value() const { return current_->value(); }
  void next();

 private:
  void choose();

  std::vector<ExternalSorter*> sorters_;
  ExternalSorter* current_ = nullptr;
};

// Keys begin with a number (u32) below `end`, which falls into one of
// kPartitions ranges of equal size; all numbers of a partition come before
// those of the next. What comes back depends on the records alone, not on who
// added them. A lane is used by one thread at a time, and so is a partition
// once it is sorted.
class PartitionedSorter {
 public:
  static constexpr size_t kPartitions = 16;
  static constexpr size_t kBudget = 128u << 20;  // bytes, of all lanes
  // Files that are read at once, of all lanes: a process may often have 1024.
  static constexpr size_t kOpenRuns = 512;

  PartitionedSorter(const std::filesystem::path& prefix, size_t lanes);

  // Before the first add().
  void set_end(uint32_t end);

  void add(size_t lane, std::string_view key, std::string_view value);

  // Sorts a partition and gives back its records; no add() after the first.
  SortedRecords take(size_t partition);
  // Gives back the memory of a partition.
  void drop(size_t partition);

  // The partition of a number.
  size_t partition_of(uint32_t number) const;

 private:
  ExternalSorter& sorter(size_t lane, size_t partition) {
    return *sorters_[lane * kPartitions + partition];
  }

  size_t lanes_;
  uint64_t width_ = 1;  // numbers of a partition
  std::vector<std::unique_ptr<ExternalSorter>> sorters_;
};

}  // namespace graph
