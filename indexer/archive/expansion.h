// How much the layers of one file unpack to.

#pragma once

#include <array>
#include <cstdint>

#include "indexer/archive/byte_stream.h"

namespace indexer {

// More layers (a gzip, a tar) around a record, or more containers, are refused.
inline constexpr int kMaxLayers = 6;
inline constexpr int kMaxContainers = 3;

// Throws InputError if a small file has unpacked to a huge one: `unpacked`
// bytes are above 64 MB and above 200 times the `packed` ones.
void check_expansion(uint64_t packed, uint64_t unpacked);

// What the layers of one file have unpacked so far. Each may give 64 MB, and
// above that 200 times the bytes of the file.
class Expansion {
 public:
  void add_file_bytes(uint64_t bytes) { file_bytes_ += bytes; }
  // Throws InputError if `layer` gives too much.
  void add_unpacked(int layer, uint64_t bytes);

 private:
  uint64_t file_bytes_ = 0;
  std::array<uint64_t, kMaxLayers + 2> unpacked_{};
};

// The file itself: counts bytes that are read for the first time.
class CountedFile : public ByteStream {
 public:
  CountedFile(ByteStream& file, Expansion& expansion)
      : file_(file), expansion_(expansion) {}

  size_t read(std::span<char> into) override;
  bool seek(uint64_t offset) override;
  std::optional<uint64_t> size() const override { return file_.size(); }

 private:
  ByteStream& file_;
  Expansion& expansion_;
  uint64_t position_ = 0;
  uint64_t furthest_ = 0;
};

// What a layer has unpacked.
class CountedLayer : public ByteStream {
 public:
  CountedLayer(ByteStream& unpacked, Expansion& expansion, int layer)
      : unpacked_(unpacked), expansion_(expansion), layer_(layer) {}

  size_t read(std::span<char> into) override;
  std::optional<uint64_t> recover() override { return unpacked_.recover(); }

 private:
  ByteStream& unpacked_;
  Expansion& expansion_;
  int layer_;
};

}  // namespace indexer
