#include "search/side_file.h"

#include <algorithm>
#include <cstring>
#include <fstream>
#include <string>

#include "search/little_endian.h"
#include "text/error.h"

namespace search {

void write_side_file(const std::filesystem::path& segment,
                     const SideFileKind& kind, std::string_view content) {
  std::string head(kind.magic);
  append_number(head, kind.version);
  const std::filesystem::path path = segment / kind.name;
  std::ofstream file(path, std::ios::binary);
  file << head << content;
  file.close();
  if (!file) throw text::StorageError(path.string(), "can't be written");
}

uint32_t checksum(std::string_view bytes) {
  constexpr uint64_t kOdd = 0x9e3779b97f4a7c15;
  uint64_t sum = bytes.size();
  while (!bytes.empty()) {
    const size_t size = std::min(bytes.size(), sizeof(uint64_t));
    uint64_t word = 0;
    std::memcpy(&word, bytes.data(), size);
    sum = (sum ^ word) * kOdd;
    sum ^= sum >> 32;
    bytes.remove_prefix(size);
  }
  return static_cast<uint32_t>(sum);
}

std::string with_checksum(std::string_view content) {
  std::string checked;
  append_number(checked, checksum(content));
  return checked.append(content);
}

std::string_view check_content(std::string_view checked) {
  const auto wanted = take_number<uint32_t>(checked);
  if (checksum(checked) != wanted) throw text::StorageError("it is damaged");
  return checked;
}

std::string_view content_of(std::string_view bytes, const SideFileKind& kind) {
  if (take_bytes(bytes, kind.magic.size()) != kind.magic) {
    throw text::StorageError("these are no " + std::string(kind.name));
  }
  const auto version = take_number<uint32_t>(bytes);
  if (version == kind.version) return bytes;
  throw text::StorageError("version " + std::to_string(version) +
                           ", this program reads " +
                           std::to_string(kind.version));
}

}  // namespace search
