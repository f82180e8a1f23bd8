#include "indexer/archive/brotli_body.h"

#include <brotli/decode.h>

#include <array>
#include <memory>
#include <new>

namespace indexer {
namespace {

struct CloseDecoder {
  void operator()(BrotliDecoderState* decoder) const {
    ::BrotliDecoderDestroyInstance(decoder);
  }
};

const uint8_t* as_input(std::string_view bytes) {
  return reinterpret_cast<const uint8_t*>(bytes.data());
}

}  // namespace

std::optional<std::string> unbrotli_body(std::string_view packed,
                                         size_t limit) {
  const std::unique_ptr<BrotliDecoderState, CloseDecoder> decoder(
      ::BrotliDecoderCreateInstance(nullptr, nullptr, nullptr));
  if (!decoder) throw std::bad_alloc();
  const uint8_t* from = as_input(packed);
  size_t left = packed.size();
  std::string whole;
  std::array<uint8_t, 64 << 10> chunk{};
  BrotliDecoderResult result = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
  while (result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT) {
    uint8_t* to = chunk.data();
    size_t room = chunk.size();
    result = ::BrotliDecoderDecompressStream(decoder.get(), &left, &from, &room,
                                             &to, nullptr);
    whole.append(reinterpret_cast<const char*>(chunk.data()),
                 chunk.size() - room);
    if (whole.size() > limit) return {};
  }
  if (result != BROTLI_DECODER_RESULT_SUCCESS || left > 0) return {};
  return whole;
}

}  // namespace indexer
