// Rows of bytes by the number of an entity, in one file that is read where it
// lies in memory (docs/graph_format.md): no search, no copy.

#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "graph/catalogue.h"

namespace graph {

// Several threads may write parts of the rows, one thread each; the numbers of
// each part come before those of the next. What is not finished leaves nothing
// behind. Throws text::StorageError.
class RowFileWriter {
 public:
  RowFileWriter(std::filesystem::path path, size_t parts);
  ~RowFileWriter();
  RowFileWriter(const RowFileWriter&) = delete;
  RowFileWriter& operator=(const RowFileWriter&) = delete;

  // Numbers ascending.
  void add(size_t part, EntityNumber number, std::string_view row);

  // Once all parts are there; `count` is more than any number.
  void finish(size_t count);

 private:
  struct Size {
    EntityNumber number{};
    uint32_t bytes = 0;
  };
  // Rows wait in a file of their own until all parts are there.
  struct Part {
    std::filesystem::path path;
    std::vector<Size> sizes;
    std::string buffer;
  };

  static void flush(Part& part);

  std::filesystem::path path_;
  std::vector<Part> parts_;
};

// Safe for any number of threads. What is read for the first time is compared
// with its checksum.
class RowFile {
 public:
  // Throws text::StorageError if the file is missing or broken.
  explicit RowFile(const std::filesystem::path& path);
  ~RowFile();
  RowFile(const RowFile&) = delete;
  RowFile& operator=(const RowFile&) = delete;

  // How many rows there are; some may be empty.
  size_t size() const { return count_; }

  // Lives as long as the file. Throws text::StorageError where there is no such
  // number or the file is broken.
  std::string_view row(EntityNumber number) const;

 private:
  std::string_view bytes(uint64_t begin, uint64_t size) const;
  uint64_t begin_of(uint64_t number) const;
  void check_block(uint64_t block) const;
  [[noreturn]] void fail(std::string_view detail) const;

  std::filesystem::path path_;
  std::string_view file_;  // mapped into memory
  uint64_t count_ = 0;
  uint64_t begins_ = 0;     // where the table of rows begins
  uint64_t checksums_ = 0;  // where that of checksums does, after it
  // By block: what it holds is known to be right.
  std::unique_ptr<std::atomic<bool>[]> is_checked_;
};

}  // namespace graph
