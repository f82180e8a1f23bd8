// Sorts more records than fit into memory.

#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace graph {

// Records are added in any order, and come back ordered by key, then by value.
// Runs that exceed the budget are sorted and spilled to files `prefix`.0,
// `prefix`.1, ..., which are removed at the end. Used by one thread at a time;
// throws text::StorageError where a file can't be written or read.
class ExternalSorter {
 public:
  static constexpr size_t kDefaultBudget = 64u << 20;  // bytes, below 4 GiB
  static constexpr size_t kOpenRuns = 64;

  // At most `open_runs` files, 1 or more, stay open after sort(), which opens
  // a few more for a while.
  explicit ExternalSorter(std::filesystem::path prefix,
                          size_t budget = kDefaultBudget,
                          size_t open_runs = kOpenRuns);
  ~ExternalSorter();
  ExternalSorter(const ExternalSorter&) = delete;
  ExternalSorter& operator=(const ExternalSorter&) = delete;

  void add(std::string_view key, std::string_view value);

  // Ends adding; the first record, if any, is then current.
  void sort();

  // The current record; views die with the next call of next().
  bool valid() const { return valid_; }
  std::string_view key() const { return key_; }
  std::string_view value() const { return value_; }
  void next();

  // Gives back what memory it holds, and all records.
  void clear();

 private:
  struct Record {
    uint64_t prefix = 0;  // the key's first bytes, to compare by
    uint32_t begin = 0;   // in the buffer
  };
  struct Pair {
    std::string_view key;
    std::string_view value;
  };
  class Run;

  Pair pair_at(uint32_t begin) const;
  bool comes_before(const Record& a, const Record& b) const;
  void sort_by_prefix();
  void sort_buffer();
  void spill();
  void open_runs(size_t end);
  void advance_runs();
  void merge_runs(size_t count);
  void remove_runs(size_t end) const;
  void show_current();

  std::filesystem::path prefix_;
  size_t budget_;
  std::string buffer_;  // of each record its sizes, key and value, as in files
  std::vector<Record> records_;
  size_t next_record_ = 0;
  std::vector<std::unique_ptr<Run>> runs_;  // a heap, the smallest first
  size_t max_open_runs_;
  size_t first_run_ = 0;      // those before it are merged into later ones
  size_t run_count_ = 0;      // where the next one comes
  bool is_from_run_ = false;  // the current one, or of the buffer
  bool valid_ = false;
  std::string_view key_;
  std::string_view value_;
};

}  // namespace graph
