#include "indexer/archive/gunzip_stream.h"

#include <algorithm>
#include <new>

#include "text/error.h"

namespace indexer {
namespace {

constexpr uint64_t kFreeBytes = uint64_t{64} << 20;
constexpr uint64_t kMaxRatio = 200;
constexpr size_t kScanBytes = 64 << 10;
constexpr size_t kMemberHeaderBytes = 10;
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

// A header as compressors write it (RFC 1952): no reserved flag, a known level
// and system. Of random bytes, one place in 10^11 looks like that.
bool is_member_header(std::string_view bytes) {
  if (bytes.size() < kMemberHeaderBytes) return false;
  const auto byte = [&](size_t at) {
    return static_cast<unsigned char>(bytes[at]);
  };
  return bytes.starts_with("\x1F\x8B\x08") && byte(3) < 32 &&
         (byte(8) == 0 || byte(8) == 2 || byte(8) == 4) &&
         (byte(9) <= 13 || byte(9) == 255);
}

// Where a member begins; npos if nowhere.
size_t find_member(std::string_view bytes) {
  size_t at = bytes.find("\x1F\x8B\x08");
  while (at != std::string_view::npos && !is_member_header(bytes.substr(at))) {
    at = bytes.find("\x1F\x8B\x08", at + 1);
  }
  return at;
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

// Unpacks what is at hand; the status of zlib. Takes nothing from damaged data,
// so that recover() can look for the next member in it.
int GunzipStream::inflate_some(std::span<char> into) {
  const std::string_view input = packed_.peek_some();
  inflating_->next_in = as_input(input);
  inflating_->avail_in = static_cast<uInt>(input.size());
  inflating_->next_out = reinterpret_cast<Bytef*>(into.data());
  inflating_->avail_out = static_cast<uInt>(into.size());
  const int status = ::inflate(inflating_.get(), Z_NO_FLUSH);
  if (status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR) {
    packed_bytes_ += packed_.skip(input.size() - inflating_->avail_in);
  }
  return status;
}

size_t GunzipStream::read(std::span<char> into) {
  while (inflating_ || begin_next_member()) {
    const int status = inflate_some(into);
    const size_t count = into.size() - inflating_->avail_out;
    const bool spoils_before = unpacked_bytes_ > member_unpacked_;
    if (status == Z_STREAM_END) {
      inflating_.reset();
    } else if (status == Z_BUF_ERROR && count == 0 && packed_.at_end()) {
      throw DamageError("gzip data ends too early", spoils_before);
    } else if (status != Z_OK && status != Z_BUF_ERROR) {
      throw DamageError("gzip data is damaged", spoils_before);
    }
    unpacked_bytes_ += count;
    check_expansion(packed_bytes_, unpacked_bytes_);
    if (count > 0) return count;
  }
  return 0;
}

bool GunzipStream::begin_next_member() {
  // Some writers pad the last member with zeros.
  while (packed_.peek(1) == std::string_view("\0", 1)) {
    packed_bytes_ += packed_.skip(1);
  }
  if (packed_.at_end()) return false;
  auto stream = std::make_unique<z_stream>();
  if (::inflateInit2(stream.get(), kGzipOnly) != Z_OK) throw std::bad_alloc();
  inflating_.reset(stream.release());
  member_packed_ = packed_bytes_;
  member_unpacked_ = unpacked_bytes_;
  return true;
}

std::optional<uint64_t> GunzipStream::recover() {
  inflating_.reset();
  if (packed_bytes_ == member_packed_) packed_bytes_ += packed_.skip(1);
  while (!packed_.at_end()) {
    const std::string_view ahead = packed_.peek(kScanBytes);
    const size_t found = find_member(ahead);
    if (found != std::string_view::npos) {
      packed_bytes_ += packed_.skip(found);
      return packed_bytes_ - member_packed_;
    }
    // The last bytes may be the beginning of a header.
    const size_t done = ahead.size() < kScanBytes
                            ? ahead.size()
                            : ahead.size() - kMemberHeaderBytes + 1;
    packed_bytes_ += packed_.skip(done);
  }
  return {};
}

std::optional<std::string> inflate_body(std::string_view packed, size_t limit) {
  if (auto whole = inflate_whole(packed, limit, kGzipOrZlib)) return whole;
  return inflate_whole(packed, limit, -MAX_WBITS);
}

}  // namespace indexer
