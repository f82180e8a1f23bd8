#include "indexer/archive/unpacking_stream.h"

#include <algorithm>

#include "indexer/archive/expansion.h"
#include "text/error.h"

namespace indexer {
namespace {

constexpr size_t kScanBytes = 64 << 10;

}  // namespace

UnpackingStream::UnpackingStream(BufferedStream& packed, Packing packing,
                                 uint64_t max_window)
    : packed_(packed),
      packing_(packing),
      decoder_(make_decoder(packing, max_window)) {}

void UnpackingStream::skip_packed(uint64_t count) {
  packed_bytes_ += packed_.skip(count);
}

DamageError UnpackingStream::damage(const char* what) const {
  return DamageError(std::string(to_string(packing_)) + " data " + what,
                     damaged_ && unpacked_bytes_ > member_unpacked_);
}

// Nothing at the end of the packed bytes, and where they are damaged: decoders
// hold back what they have unpacked of the bytes before.
std::string_view UnpackingStream::at_hand() {
  try {
    return packed_.peek_some();
  } catch (const text::InputError&) {
    return {};
  }
}

// Takes nothing from damaged data, so that recover() can look for the next
// member in it.
size_t UnpackingStream::read(std::span<char> into) {
  while (in_member_ || begin_next_member()) {
    if (damaged_) throw damage("is damaged");
    const std::string_view packed = at_hand();
    const bool at_end = packed.empty();
    const Decoder::Step step = decoder_->decode(packed, into);
    const bool stands_still =
        !at_end && !step.ends && step.taken == 0 && step.given == 0;
    damaged_ = step.damaged || stands_still;
    if (!damaged_) skip_packed(step.taken);
    in_member_ = !step.ends;
    unpacked_bytes_ += step.given;
    check_expansion(packed_bytes_, unpacked_bytes_);
    if (step.given > 0) return step.given;
    if (!at_end || step.ends || damaged_) continue;
    packed_.at_end();  // Throws where the packed bytes can't be read.
    throw damage("ends too early");
  }
  return 0;
}

bool UnpackingStream::begin_next_member() {
  std::string_view ahead = packed_.peek_some();
  while (ahead.starts_with('\0')) {
    skip_packed(std::min(ahead.find_first_not_of('\0'), ahead.size()));
    ahead = packed_.peek_some();
  }
  if (ahead.empty()) return false;
  member_packed_ = packed_bytes_;
  member_unpacked_ = unpacked_bytes_;
  const std::string_view beginning = packed_.peek(kMemberHeaderBytes);
  if (may_begin_member(packing_, beginning)) {
    decoder_->begin(beginning);
    in_member_ = true;
    return true;
  }
  if (skip_to_member()) throw damage("is damaged");
  trailing_bytes_ = packed_bytes_ - member_packed_;
  return false;
}

// Drops what precedes the next member; false if there is none.
bool UnpackingStream::skip_to_member() {
  while (!packed_.at_end()) {
    const std::string_view ahead = packed_.peek(kScanBytes);
    const size_t found = find_member(packing_, ahead);
    if (found != std::string_view::npos) {
      skip_packed(found);
      return true;
    }
    // The last bytes may be the beginning of a header.
    skip_packed(ahead.size() < kScanBytes
                    ? ahead.size()
                    : ahead.size() - kMemberHeaderBytes + 1);
  }
  return false;
}

std::optional<uint64_t> UnpackingStream::recover() {
  in_member_ = false;
  damaged_ = false;
  if (packed_bytes_ == member_packed_) skip_packed(1);
  if (!skip_to_member()) return {};
  return packed_bytes_ - member_packed_;
}

}  // namespace indexer
