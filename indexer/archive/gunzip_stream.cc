#include "indexer/archive/gunzip_stream.h"

#include <algorithm>
#include <new>

#include "text/error.h"

namespace indexer {
namespace {

constexpr uint64_t kFreeBytes = uint64_t{64} << 20;
constexpr uint64_t kMaxRatio = 200;
constexpr int kGzipOnly = MAX_WBITS + 16;
constexpr int kGzipOrZlib = MAX_WBITS + 32;

// zlib reads through a pointer to mutable bytes and does not write them.
Bytef* as_input(std::string_view bytes) {
  return reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
}

// The bytes of `packed` unpacked as `window_bits` says.
std::optional<std::string> inflate_whole(std::string_view packed, size_t limit,
                                         int window_bits) {
  z_stream stream{};
  if (::inflateInit2(&stream, window_bits) != Z_OK) throw std::bad_alloc();
  stream.next_in = as_input(packed);
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

void check_expansion(uint64_t packed, uint64_t unpacked) {
  if (unpacked > kFreeBytes && unpacked / kMaxRatio > packed) {
    throw text::InputError("unpacks to more than 200 times its size");
  }
}

void GunzipStream::EndInflate::operator()(z_stream* inflating) const {
  ::inflateEnd(inflating);
  delete inflating;
}

GunzipStream::GunzipStream(BufferedStream& packed) : packed_(packed) {}

size_t GunzipStream::read(std::span<char> into) {
  while (inflating_ || begin_next_member()) {
    const std::string_view input = packed_.peek_some();
    inflating_->next_in = as_input(input);
    inflating_->avail_in = static_cast<uInt>(input.size());
    inflating_->next_out = reinterpret_cast<Bytef*>(into.data());
    inflating_->avail_out = static_cast<uInt>(into.size());
    const int status = ::inflate(inflating_.get(), Z_NO_FLUSH);
    const size_t count = into.size() - inflating_->avail_out;
    packed_bytes_ += packed_.skip(input.size() - inflating_->avail_in);
    if (status == Z_STREAM_END) {
      inflating_.reset();
    } else if (status == Z_BUF_ERROR && count == 0 && packed_.at_end()) {
      throw text::InputError("gzip data ends too early");
    } else if (status != Z_OK && status != Z_BUF_ERROR) {
      throw text::InputError("gzip data is damaged");
    }
    unpacked_bytes_ += count;
    check_expansion(packed_bytes_, unpacked_bytes_);
    if (count > 0) return count;
  }
  return 0;
}

bool GunzipStream::begin_next_member() {
  // Some writers pad the last member with zeros.
  while (packed_.peek(1) == std::string_view("\0", 1)) packed_.skip(1);
  if (packed_.at_end()) return false;
  auto stream = std::make_unique<z_stream>();
  if (::inflateInit2(stream.get(), kGzipOnly) != Z_OK) throw std::bad_alloc();
  inflating_.reset(stream.release());
  return true;
}

std::optional<std::string> inflate_body(std::string_view packed, size_t limit) {
  if (auto whole = inflate_whole(packed, limit, kGzipOrZlib)) return whole;
  return inflate_whole(packed, limit, -MAX_WBITS);
}

}  // namespace indexer
