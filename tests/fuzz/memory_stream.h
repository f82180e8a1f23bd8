// Bytes in memory as a stream.

#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "indexer/archive/byte_stream.h"

class MemoryStream : public indexer::ByteStream {
 public:
  // `bytes` must outlive it.
  explicit MemoryStream(std::string_view bytes) : bytes_(bytes) {}

  size_t read(std::span<char> into) override {
    const std::string_view part = bytes_.substr(position_, into.size());
    std::ranges::copy(part, into.begin());
    position_ += part.size();
    return part.size();
  }
  bool seek(uint64_t offset) override {
    position_ = std::min<size_t>(offset, bytes_.size());
    return true;
  }
  std::optional<uint64_t> size() const override { return bytes_.size(); }

 private:
  std::string_view bytes_;
  size_t position_ = 0;
};
