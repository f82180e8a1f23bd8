// Files that survive a power cut once a call has returned.

#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace generation {

// Replaces `file` by one rename, so that a reader sees the old bytes or the new
// ones, and syncs file and folder. Throws StorageError.
void replace_file(const std::filesystem::path& file, std::string_view bytes);

// Syncs every file and folder below `directory`, and itself. Throws
// StorageError.
void sync_tree(const std::filesystem::path& directory);

// Syncs the entries of one folder. Throws StorageError.
void sync_directory(const std::filesystem::path& directory);

// The bytes of `file`. Throws StorageError if it can't be read.
std::string read_file(const std::filesystem::path& file);

// XXH3-128 of the bytes of `file`, 32 hexadecimal digits. Throws StorageError.
std::string checksum(const std::filesystem::path& file);

}  // namespace generation
