#include "indexer/archive/decoder.h"

#include <string>

#include "text/error.h"

namespace indexer {
namespace {

std::string megabytes(uint64_t bytes) {
  constexpr uint64_t kMegabyte = uint64_t{1} << 20;
  return std::to_string(bytes / kMegabyte + (bytes % kMegabyte > 0 ? 1 : 0)) +
         " MB";
}

}  // namespace

std::unique_ptr<Decoder> make_decoder(Packing packing, uint64_t max_window) {
  switch (packing) {
    case Packing::kGzip:
      return make_gzip_decoder();
    case Packing::kZstd:
      return make_zstd_decoder(max_window);
    case Packing::kXz:
      return make_xz_decoder(max_window);
    case Packing::kBzip2:
      break;
  }
  return make_bzip2_decoder();
}

void refuse_window(uint64_t window, uint64_t max_window) {
  throw text::InputError("needs a window of " + megabytes(window) +
                         " to be unpacked, more than " + megabytes(max_window));
}

}  // namespace indexer
