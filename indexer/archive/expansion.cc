#include "indexer/archive/expansion.h"

#include "text/error.h"

namespace indexer {
namespace {

constexpr uint64_t kFreeBytes = uint64_t{64} << 20;
constexpr uint64_t kMaxRatio = 200;

}  // namespace

void check_expansion(uint64_t packed, uint64_t unpacked) {
  if (unpacked > kFreeBytes && unpacked / kMaxRatio > packed) {
    throw text::InputError("unpacks to more than 200 times its size");
  }
}

void Expansion::add_unpacked(int layer, uint64_t bytes) {
  uint64_t& unpacked = unpacked_.at(static_cast<size_t>(layer));
  unpacked += bytes;
  check_expansion(file_bytes_, unpacked);
}

size_t CountedFile::read(std::span<char> into) {
  const size_t count = file_.read(into);
  position_ += count;
  if (position_ > furthest_) {
    expansion_.add_file_bytes(position_ - furthest_);
    furthest_ = position_;
  }
  return count;
}

bool CountedFile::seek(uint64_t offset) {
  if (!file_.seek(offset)) return false;
  position_ = offset;
  return true;
}

size_t CountedLayer::read(std::span<char> into) {
  const size_t count = unpacked_.read(into);
  expansion_.add_unpacked(layer_, count);
  return count;
}

}  // namespace indexer
