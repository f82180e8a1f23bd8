#include <bzlib.h>

#include <new>

#include "indexer/archive/decoder.h"

namespace indexer {
namespace {

class Bzip2Decoder : public Decoder {
 public:
  ~Bzip2Decoder() override { ::BZ2_bzDecompressEnd(&stream_); }

  void begin(std::string_view /*beginning*/) override {
    ::BZ2_bzDecompressEnd(&stream_);
    stream_ = {};
    if (::BZ2_bzDecompressInit(&stream_, 0, 0) != BZ_OK) throw std::bad_alloc();
  }

  Step decode(std::string_view packed, std::span<char> into) override {
    // libbz2 reads through a pointer to mutable bytes and does not write them.
    stream_.next_in = const_cast<char*>(packed.data());
    stream_.avail_in = static_cast<unsigned int>(packed.size());
    stream_.next_out = into.data();
    stream_.avail_out = static_cast<unsigned int>(into.size());
    const int status = ::BZ2_bzDecompress(&stream_);
    return {.taken = packed.size() - stream_.avail_in,
            .given = into.size() - stream_.avail_out,
            .ends = status == BZ_STREAM_END,
            .damaged = status != BZ_OK && status != BZ_STREAM_END};
  }

 private:
  bz_stream stream_{};
};

}  // namespace

std::unique_ptr<Decoder> make_bzip2_decoder() {
  return std::make_unique<Bzip2Decoder>();
}

}  // namespace indexer
