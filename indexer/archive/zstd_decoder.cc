#include <zstd.h>

#include <array>
#include <new>

#include "indexer/archive/decoder.h"

namespace indexer {
namespace {

// The `count` bytes at `at`, the least first; 0 where they are missing.
uint64_t little_endian(std::string_view bytes, size_t at, size_t count) {
  if (bytes.size() < at + count) return 0;
  uint64_t value = 0;
  for (size_t i = count; i > 0; --i) {
    value = value << 8 | static_cast<unsigned char>(bytes[at + i - 1]);
  }
  return value;
}

// How far a frame looks back, in bytes (RFC 8878, 3.1.1.1): as its window
// descriptor says, or over all of its content. 0 for one without content.
uint64_t window_of(std::string_view frame) {
  if (!frame.starts_with('\x28')) return 0;
  const uint64_t descriptor = little_endian(frame, 4, 1);
  const bool is_single_segment = (descriptor & 0x20) != 0;
  if (!is_single_segment) {
    const uint64_t window = little_endian(frame, 5, 1);
    const uint64_t base = uint64_t{1} << (10 + (window >> 3));
    return base + base / 8 * (window & 7);
  }
  static constexpr std::array<size_t, 4> kDictionaryIdBytes = {0, 1, 2, 4};
  const size_t content_size_at = 5 + kDictionaryIdBytes.at(descriptor & 3);
  const size_t bytes = size_t{1} << (descriptor >> 6);
  return little_endian(frame, content_size_at, bytes) + (bytes == 2 ? 256 : 0);
}

class ZstdDecoder : public Decoder {
 public:
  ZstdDecoder() : context_(::ZSTD_createDCtx()) {
    if (!context_) throw std::bad_alloc();
  }

  Step decode(std::string_view packed, std::span<char> into) override {
    ZSTD_inBuffer from{packed.data(), packed.size(), 0};
    ZSTD_outBuffer to{into.data(), into.size(), 0};
    const size_t status = ::ZSTD_decompressStream(context_.get(), &to, &from);
    const bool damaged = ::ZSTD_isError(status) != 0;
    return {.taken = from.pos,
            .given = to.pos,
            .ends = status == 0,
            .damaged = damaged};
  }

 private:
  struct FreeContext {
    void operator()(ZSTD_DCtx* context) const { ::ZSTD_freeDCtx(context); }
  };

  std::unique_ptr<ZSTD_DCtx, FreeContext> context_;
};

}  // namespace

std::unique_ptr<Decoder> make_zstd_decoder(std::string_view beginning,
                                           uint64_t max_window) {
  const uint64_t window = window_of(beginning);
  if (window > max_window) refuse_window(window, max_window);
  return std::make_unique<ZstdDecoder>();
}

}  // namespace indexer
