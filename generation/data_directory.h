// The data directory: which generation is current, and how a new one becomes
// it (docs/data_directory.md).

#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "generation/file_lock.h"
#include "generation/manifest.h"

namespace generation {

enum class GenerationId : uint32_t {};

std::string to_string(GenerationId id);  // `000007`

// The generation that CURRENT names; nothing where there is none yet. Throws
// StorageError if CURRENT is damaged or names a missing generation.
std::optional<GenerationId> current_generation(
    const std::filesystem::path& data);

std::filesystem::path generation_path(const std::filesystem::path& data,
                                      GenerationId id);

// The one writer of a data directory: holds LOCK for its life.
class WriterLock {
 public:
  // Creates `data` if need be. Throws StorageError if another process writes.
  explicit WriterLock(const std::filesystem::path& data);

 private:
  FileLock lock_;
};

// Keeps a generation's files in place while it is read.
class ReaderLock {
 public:
  // Throws StorageError if the generation is gone.
  ReaderLock(const std::filesystem::path& data, GenerationId id);

 private:
  FileLock lock_;
};

// A generation in the making: a folder that no reader sees. What is not
// published is removed, at the latest by the next writer.
class NewGeneration {
 public:
  NewGeneration(const std::filesystem::path& data, const WriterLock& lock);
  ~NewGeneration();
  NewGeneration(const NewGeneration&) = delete;
  NewGeneration& operator=(const NewGeneration&) = delete;

  GenerationId id() const { return id_; }
  std::filesystem::path search_directory() const;
  std::filesystem::path graph_directory() const;

  // Hard-links a segment of another generation into this one.
  void link_segment(const std::filesystem::path& segment);

  // Fills in checksums and time, syncs every file, writes the manifest and
  // renames CURRENT, in this order. All older generations but the one that was
  // current are removed, unless a ReaderLock holds them or CURRENT was damaged.
  // Throws StorageError.
  void publish(Manifest manifest);

 private:
  std::filesystem::path data_;
  GenerationId id_;
  bool published_ = false;
};

}  // namespace generation
