#include <zlib.h>

#include <new>

#include "indexer/archive/decoder.h"

namespace indexer {
namespace {

constexpr int kGzipOnly = MAX_WBITS + 16;

class GzipDecoder : public Decoder {
 public:
  GzipDecoder() {
    if (::inflateInit2(&stream_, kGzipOnly) != Z_OK) throw std::bad_alloc();
  }
  ~GzipDecoder() override { ::inflateEnd(&stream_); }

  void begin(std::string_view /*beginning*/) override {
    ::inflateReset(&stream_);
  }

  Step decode(std::string_view packed, std::span<char> into) override {
    // zlib reads through a pointer to mutable bytes and does not write them.
    stream_.next_in =
        reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream_.avail_in = static_cast<uInt>(packed.size());
    stream_.next_out = reinterpret_cast<Bytef*>(into.data());
    stream_.avail_out = static_cast<uInt>(into.size());
    const int status = ::inflate(&stream_, Z_NO_FLUSH);
    const bool ends = status == Z_STREAM_END;
    return {.taken = packed.size() - stream_.avail_in,
            .given = into.size() - stream_.avail_out,
            .ends = ends,
            .damaged = !ends && status != Z_OK && status != Z_BUF_ERROR};
  }

 private:
  z_stream stream_{};
};

}  // namespace

std::unique_ptr<Decoder> make_gzip_decoder() {
  return std::make_unique<GzipDecoder>();
}

}  // namespace indexer
