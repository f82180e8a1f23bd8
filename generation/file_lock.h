// Advisory locks between processes (flock).

#pragma once

#include <chrono>
#include <filesystem>
#include <optional>

namespace generation {

// Holds a lock on an open file for its life; the end of the process ends it.
class FileLock {
 public:
  enum class Mode : uint8_t { kShared, kExclusive };

  // Nothing if another process (or another FileLock) holds the file in a way
  // that excludes `mode`. `create` makes a missing file. Throws StorageError if
  // the file can't be opened.
  static std::optional<FileLock> try_lock(const std::filesystem::path& file,
                                          Mode mode, bool create = false);

  // Holds `file`, made if it is missing, against everybody, once those who hold
  // it let go. Throws StorageError where they do not within `patience`.
  static FileLock wait(const std::filesystem::path& file,
                       std::chrono::milliseconds patience);

  ~FileLock();
  FileLock(FileLock&& other) noexcept;
  FileLock& operator=(FileLock&&) = delete;

 private:
  explicit FileLock(int descriptor) : descriptor_(descriptor) {}

  int descriptor_;
};

}  // namespace generation
