// A folder for what does not fit into memory while a file is read.

#pragma once

#include <filesystem>

namespace indexer {

// Made below the system's folder of temporary files (TMPDIR), and removed with
// all that is in it.
class SpillFolder {
 public:
  SpillFolder();  // Throws StorageError.
  ~SpillFolder();
  SpillFolder(const SpillFolder&) = delete;
  SpillFolder& operator=(const SpillFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// What each sorter of exported records may hold before it spills.
inline constexpr size_t kSortBytes = size_t{16} << 20;

}  // namespace indexer
