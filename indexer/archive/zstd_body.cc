#include "indexer/archive/zstd_body.h"

#include <array>

#include "indexer/archive/decoder.h"

namespace indexer {
namespace {

// HTTP allows 8 MB; a frame that states its size may have it as its window.
constexpr uint64_t kMaxBodyWindow = uint64_t{16} << 20;

}  // namespace

std::optional<std::string> unzstd_body(std::string_view packed, size_t limit) {
  const auto frame = make_zstd_decoder(kMaxBodyWindow);
  std::string whole;
  std::array<char, 16 << 10> chunk{};
  while (!packed.empty()) {
    if (packing_of(packed) != Packing::kZstd) return {};
    frame->begin(packed);
    Decoder::Step step;
    while (!step.ends) {
      step = frame->decode(packed, chunk);
      packed.remove_prefix(step.taken);
      whole.append(chunk.data(), step.given);
      const bool cut = !step.ends && step.taken == 0 && step.given == 0;
      if (step.damaged || cut || whole.size() > limit) return {};
    }
  }
  return whole;
}

}  // namespace indexer
