#include "indexer/archive/spooled_stream.h"

#include <sys/types.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace indexer {

SpooledStream::SpooledStream(ByteStream& stream) : file_(std::tmpfile()) {
  std::array<char, 64 << 10> chunk{};
  bool written = file_ != nullptr;
  while (written) {
    const size_t count = stream.read(chunk);
    if (count == 0) break;
    written = std::fwrite(chunk.data(), 1, count, file_.get()) == count;
    size_ += count;
  }
  if (!written || std::fseek(file_.get(), 0, SEEK_SET) != 0) {
    throw text::StorageError("copy to a temporary file", std::strerror(errno));
  }
}

size_t SpooledStream::read(std::span<char> into) {
  return std::fread(into.data(), 1, into.size(), file_.get());
}

bool SpooledStream::seek(uint64_t offset) {
  return ::fseeko(file_.get(), static_cast<off_t>(offset), SEEK_SET) == 0;
}

}  // namespace indexer
