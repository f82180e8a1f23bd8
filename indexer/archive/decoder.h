// Unpacks one member: of gzip, a frame of zstd, a stream of xz or bzip2.

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "indexer/archive/packing.h"

namespace indexer {

// Used by one thread.
class Decoder {
 public:
  struct Step {
    size_t taken = 0;  // of the packed bytes
    size_t given = 0;  // of the unpacked ones
    bool ends = false;
    bool damaged = false;  // No other call may follow.
  };

  Decoder() = default;
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;
  virtual ~Decoder() = default;

  // Unpacks what `packed` and the bytes taken before give, as far as `into`
  // has room. Takes and gives nothing only if it needs more bytes. Throws
  // InputError if it needs too much memory.
  virtual Step decode(std::string_view packed, std::span<char> into) = 0;
};

// The decoder of a member that begins with `beginning`, kMemberHeaderBytes of
// it or all. It looks back in the unpacked bytes by `max_window` bytes at most;
// throws InputError where the member needs more (zstd; xz does in decode()).
std::unique_ptr<Decoder> make_decoder(Packing packing,
                                      std::string_view beginning,
                                      uint64_t max_window);

std::unique_ptr<Decoder> make_gzip_decoder();
std::unique_ptr<Decoder> make_zstd_decoder(std::string_view beginning,
                                           uint64_t max_window);
std::unique_ptr<Decoder> make_xz_decoder(uint64_t max_window);
std::unique_ptr<Decoder> make_bzip2_decoder();

// What a member needs, and may have, in bytes.
[[noreturn]] void refuse_window(uint64_t window, uint64_t max_window);

}  // namespace indexer
