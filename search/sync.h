// Durability of a directory of files.

#pragma once

#include <filesystem>

namespace search {

// Makes every file in `directory`, and the directory itself, durable. Throws
// StorageError.
void sync_directory(const std::filesystem::path& directory);

}  // namespace search
