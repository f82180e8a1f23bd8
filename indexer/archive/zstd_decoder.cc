#include <zstd.h>

#include <array>
#include <new>
#include <optional>
#include <string>
#include <utility>

#include "indexer/archive/decoder.h"
#include "indexer/archive/zstd_body.h"
#include "text/error.h"

namespace indexer {
namespace {

using namespace std::string_view_literals;

constexpr std::array<size_t, 4> kDictionaryIdBytes = {0, 1, 2, 4};
constexpr size_t kMaxDictionaryBytes = size_t{16} << 20;
constexpr size_t kSkippableHeaderBytes = 8;

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
  const size_t content_size_at = 5 + kDictionaryIdBytes.at(descriptor & 3);
  const size_t bytes = size_t{1} << (descriptor >> 6);
  return little_endian(frame, content_size_at, bytes) + (bytes == 2 ? 256 : 0);
}

// The frame without content that a WARC's dictionary stands in
// (iipc.github.io/warc-specifications, WARC with Zstandard).
bool is_dictionary_frame(std::string_view beginning) {
  return beginning.starts_with("\x5D\x2A\x4D\x18"sv) &&
         little_endian(beginning, 4, 4) <= kMaxDictionaryBytes;
}

// The dictionary in `frame`, which may be packed itself.
std::optional<std::string> dictionary_in(std::string_view frame) {
  std::string content(frame.substr(kSkippableHeaderBytes));
  if (packing_of(content) == Packing::kZstd) {
    auto unpacked = unzstd_body(content, kMaxDictionaryBytes);
    if (!unpacked) return {};
    content = *std::move(unpacked);
  }
  if (!content.starts_with("\x37\xA4\x30\xEC"sv)) return {};
  return content;
}

// 0 if it needs no dictionary.
uint64_t dictionary_id_of(std::string_view frame) {
  if (!frame.starts_with('\x28')) return 0;
  const uint64_t descriptor = little_endian(frame, 4, 1);
  const bool is_single_segment = (descriptor & 0x20) != 0;
  return little_endian(frame, is_single_segment ? 5 : 6,
                       kDictionaryIdBytes.at(descriptor & 3));
}

class ZstdDecoder : public Decoder {
 public:
  explicit ZstdDecoder(uint64_t max_window)
      : context_(::ZSTD_createDCtx()), max_window_(max_window) {
    if (!context_) throw std::bad_alloc();
  }

  void begin(std::string_view beginning) override {
    const uint64_t window = window_of(beginning);
    if (window > max_window_) refuse_window(window, max_window_);
    if (dictionary_id_of(beginning) != 0 && !has_dictionary_) {
      throw text::InputError("needs a zstd dictionary that it does not hold");
    }
    ::ZSTD_DCtx_reset(context_.get(), ZSTD_reset_session_only);
    may_hold_dictionary_ = is_first_ && is_dictionary_frame(beginning);
    is_first_ = false;
  }

  Step decode(std::string_view packed, std::span<char> into) override {
    ZSTD_inBuffer from{packed.data(), packed.size(), 0};
    ZSTD_outBuffer to{into.data(), into.size(), 0};
    const size_t status = ::ZSTD_decompressStream(context_.get(), &to, &from);
    if (may_hold_dictionary_) frame_.append(packed.substr(0, from.pos));
    const bool ends = status == 0;
    if (ends && may_hold_dictionary_) load_dictionary();
    return {.taken = from.pos,
            .given = to.pos,
            .ends = ends,
            .damaged = ::ZSTD_isError(status) != 0};
  }

 private:
  struct FreeContext {
    void operator()(ZSTD_DCtx* context) const { ::ZSTD_freeDCtx(context); }
  };

  void load_dictionary() {
    const std::string frame = std::exchange(frame_, {});
    const auto dictionary = dictionary_in(frame);
    if (!dictionary) return;
    has_dictionary_ =
        ::ZSTD_isError(::ZSTD_DCtx_loadDictionary(
            context_.get(), dictionary->data(), dictionary->size())) == 0;
  }

  std::unique_ptr<ZSTD_DCtx, FreeContext> context_;
  uint64_t max_window_;
  bool is_first_ = true;
  bool may_hold_dictionary_ = false;  // the frame that is being read
  std::string frame_;                 // what was read of such a frame
  bool has_dictionary_ = false;
};

}  // namespace

std::unique_ptr<Decoder> make_zstd_decoder(uint64_t max_window) {
  return std::make_unique<ZstdDecoder>(max_window);
}

}  // namespace indexer
