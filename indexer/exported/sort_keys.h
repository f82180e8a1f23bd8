// Numbers as bytes that sort as they do.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace indexer {

inline constexpr size_t kNumberBytes = 8;

inline std::string number_bytes(uint64_t number) {
  std::string bytes;
  for (int shift = 56; shift >= 0; shift -= 8) {
    bytes += static_cast<char>(number >> shift & 0xFF);
  }
  return bytes;
}

// Takes what number_bytes() wrote from the beginning of `bytes`.
inline uint64_t take_number(std::string_view& bytes) {
  uint64_t number = 0;
  for (const char c : bytes.substr(0, kNumberBytes)) {
    number = number << 8 | static_cast<uint8_t>(c);
  }
  bytes.remove_prefix(kNumberBytes);
  return number;
}

}  // namespace indexer
