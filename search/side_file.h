// What the files share that are made from a segment and sealed beside it: a
// magic, a version, then their own content.

#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace search {

struct SideFileKind {
  std::string_view name;   // of the file in the segment's directory
  std::string_view magic;  // 8 bytes
  uint32_t version = 0;
};

// Throws StorageError.
void write_side_file(const std::filesystem::path& segment,
                     const SideFileKind& kind, std::string_view content);

// Tells bytes from damaged ones, but for one case in four thousand million.
uint32_t checksum(std::string_view bytes);

// `content` behind its checksum, and back. Throws StorageError if it is
// damaged.
std::string with_checksum(std::string_view content);
std::string_view check_content(std::string_view checked);

// What follows the version in `bytes`. Throws StorageError, which names no
// file, if they are not of this kind and version.
std::string_view content_of(std::string_view bytes, const SideFileKind& kind);

}  // namespace search
