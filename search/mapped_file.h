// A file that is read where it lies in memory.

#pragma once

#include <filesystem>
#include <string_view>

namespace search {

// Owns the mapping; views of its bytes die with it. Safe for any number of
// threads.
class MappedFile {
 public:
  // Throws StorageError if the file can't be read.
  explicit MappedFile(const std::filesystem::path& path);
  ~MappedFile();
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  std::string_view bytes() const { return bytes_; }

 private:
  std::string_view bytes_;
};

}  // namespace search
