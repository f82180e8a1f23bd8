// Files that survive a power cut once a call has returned.

#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace generation {

// Replaces `file` by one rename, so that a reader sees the old bytes or the new
// ones, and syncs file and folder. Throws StorageError.
void replace_file(const std::filesystem::path& file, std::string_view bytes);

// Adds `line` to the end of `file`, which it creates if need be, and syncs it.
// A last line without its end is ended first, so that it stays a line of its
// own. One process at a time. Throws StorageError.
void append_durably(const std::filesystem::path& file, std::string_view line);

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
