// A stream that can't be sought in, as a file that can.

#pragma once

#include <cstdio>
#include <memory>

#include "indexer/archive/byte_stream.h"

namespace indexer {

// Copies all of a stream to an unnamed file in the system's folder of temporary
// files.
class SpooledStream : public ByteStream {
 public:
  // Throws InputError if `stream` can't be read, StorageError if the copy can't
  // be written.
  explicit SpooledStream(ByteStream& stream);

  size_t read(std::span<char> into) override;
  bool seek(uint64_t offset) override;
  std::optional<uint64_t> size() const override { return size_; }

 private:
  struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };

  std::unique_ptr<std::FILE, CloseFile> file_;
  uint64_t size_ = 0;
};

}  // namespace indexer
