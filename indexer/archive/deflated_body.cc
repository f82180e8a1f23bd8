#include "indexer/archive/deflated_body.h"

#include <zlib.h>

#include <algorithm>
#include <new>

namespace indexer {
namespace {

constexpr int kGzipOrZlib = MAX_WBITS + 32;

// The bytes of `packed` unpacked as `window_bits` says.
std::optional<std::string> inflate_whole(std::string_view packed, size_t limit,
                                         int window_bits) {
  z_stream stream{};
  if (::inflateInit2(&stream, window_bits) != Z_OK) throw std::bad_alloc();
  // zlib reads through a pointer to mutable bytes and does not write them.
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  std::string whole;
  int status = Z_OK;
  while (status == Z_OK && whole.size() <= limit) {
    const size_t size = whole.size();
    const size_t more =
        std::min(std::max<size_t>(packed.size() * 4, 4096), limit + 1 - size);
    whole.resize(size + more);
    stream.next_out = reinterpret_cast<Bytef*>(whole.data() + size);
    stream.avail_out = static_cast<uInt>(more);
    status = ::inflate(&stream, Z_NO_FLUSH);
    whole.resize(size + more - stream.avail_out);
  }
  ::inflateEnd(&stream);
  if (status != Z_STREAM_END || whole.size() > limit) return {};
  return whole;
}

}  // namespace

std::optional<std::string> inflate_body(std::string_view packed, size_t limit) {
  if (auto whole = inflate_whole(packed, limit, kGzipOrZlib)) return whole;
  return inflate_whole(packed, limit, -MAX_WBITS);
}

}  // namespace indexer
