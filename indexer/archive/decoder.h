// Unpacks members of gzip, frames of zstd, streams of xz or bzip2, one by one.

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
    size_t taken = 0;      // of the packed bytes
    size_t given = 0;      // of the unpacked ones
    bool ends = false;     // The member does: begin() comes next.
    bool damaged = false;  // It is: begin() comes next.
  };

  Decoder() = default;
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;
  virtual ~Decoder() = default;

  // Makes ready for a member that begins with `beginning`, kMemberHeaderBytes
  // of it or all. Throws InputError if that can't be unpacked by what there is.
  virtual void begin(std::string_view beginning) = 0;

  // Unpacks what `packed` and the bytes taken before give, as far as `into`
  // has room. Takes and gives nothing only if it needs more bytes. Throws
  // InputError if it needs too much memory.
  virtual Step decode(std::string_view packed, std::span<char> into) = 0;
};

// A decoder that looks back in the unpacked bytes by `max_window` bytes at
// most, and throws InputError where a member needs more.
std::unique_ptr<Decoder> make_decoder(Packing packing, uint64_t max_window);

std::unique_ptr<Decoder> make_gzip_decoder();
// Uses the dictionary that a file may begin with (WARC files packed record by
// record do).
std::unique_ptr<Decoder> make_zstd_decoder(uint64_t max_window);
std::unique_ptr<Decoder> make_xz_decoder(uint64_t max_window);
std::unique_ptr<Decoder> make_bzip2_decoder();

// What a member needs, and may have, in bytes.
[[noreturn]] void refuse_window(uint64_t window, uint64_t max_window);

}  // namespace indexer
