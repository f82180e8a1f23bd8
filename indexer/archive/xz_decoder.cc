#include <lzma.h>

#include <new>

#include "indexer/archive/decoder.h"

namespace indexer {
namespace {

// What liblzma needs besides the window, and more than that.
constexpr uint64_t kOtherBytes = uint64_t{1} << 20;

class XzDecoder : public Decoder {
 public:
  explicit XzDecoder(uint64_t max_window) : max_window_(max_window) {}
  ~XzDecoder() override { ::lzma_end(&stream_); }

  // Used again, a stream keeps its memory.
  void begin(std::string_view /*beginning*/) override {
    if (::lzma_stream_decoder(&stream_, max_window_ + kOtherBytes, 0) !=
        LZMA_OK) {
      throw std::bad_alloc();
    }
  }

  Step decode(std::string_view packed, std::span<char> into) override {
    stream_.next_in = reinterpret_cast<const uint8_t*>(packed.data());
    stream_.avail_in = packed.size();
    stream_.next_out = reinterpret_cast<uint8_t*>(into.data());
    stream_.avail_out = into.size();
    const lzma_ret status = ::lzma_code(&stream_, LZMA_RUN);
    if (status == LZMA_MEMLIMIT_ERROR) {
      refuse_window(::lzma_memusage(&stream_), max_window_);
    }
    const bool ends = status == LZMA_STREAM_END;
    return {.taken = packed.size() - stream_.avail_in,
            .given = into.size() - stream_.avail_out,
            .ends = ends,
            .damaged = !ends && status != LZMA_OK && status != LZMA_BUF_ERROR};
  }

 private:
  uint64_t max_window_;
  lzma_stream stream_{};
};

}  // namespace

std::unique_ptr<Decoder> make_xz_decoder(uint64_t max_window) {
  return std::make_unique<XzDecoder>(max_window);
}

}  // namespace indexer
