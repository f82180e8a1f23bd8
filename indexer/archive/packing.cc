#include "indexer/archive/packing.h"

namespace indexer {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kGzipMagic = "\x1F\x8B\x08"sv;
constexpr std::string_view kZstdMagic = "\x28\xB5\x2F\xFD"sv;
constexpr std::string_view kXzMagic = "\xFD\x37zXZ\0"sv;
constexpr std::string_view kBzip2Magic = "BZh"sv;
// Behind the size of its blocks: pi, or the root of pi where it has none.
constexpr std::string_view kBzip2Block = "1AY&SY"sv;
constexpr std::string_view kBzip2End = "\x17\x72\x45\x38\x50\x90"sv;

std::string_view magic_of(Packing packing) {
  switch (packing) {
    case Packing::kGzip:
      return kGzipMagic;
    case Packing::kZstd:
      return kZstdMagic;
    case Packing::kXz:
      return kXzMagic;
    case Packing::kBzip2:
      break;
  }
  return kBzip2Magic;
}

// No reserved flag, a known level and system (RFC 1952).
bool is_gzip_header(std::string_view bytes) {
  if (bytes.size() < 10 || !bytes.starts_with(kGzipMagic)) return false;
  const auto byte = [&](size_t at) {
    return static_cast<unsigned char>(bytes[at]);
  };
  return byte(3) < 32 && (byte(8) == 0 || byte(8) == 2 || byte(8) == 4) &&
         (byte(9) <= 13 || byte(9) == 255);
}

bool is_bzip2_header(std::string_view bytes) {
  if (bytes.size() < 10 || !bytes.starts_with(kBzip2Magic)) return false;
  const std::string_view behind = bytes.substr(4, kBzip2Block.size());
  return behind == kBzip2Block || behind == kBzip2End;
}

// A frame without content (RFC 8878, 3.1.2).
bool is_skippable_frame(std::string_view bytes) {
  return bytes.size() >= 4 && bytes[0] >= '\x50' && bytes[0] <= '\x5F' &&
         bytes.substr(1, 3) == "\x2A\x4D\x18"sv;
}

bool begins_member(Packing packing, std::string_view bytes) {
  if (packing == Packing::kGzip) return is_gzip_header(bytes);
  if (packing == Packing::kBzip2) return is_bzip2_header(bytes);
  return bytes.starts_with(magic_of(packing));
}

}  // namespace

std::string_view to_string(Packing packing) {
  switch (packing) {
    case Packing::kGzip:
      return "gzip";
    case Packing::kZstd:
      return "zstd";
    case Packing::kXz:
      return "xz";
    case Packing::kBzip2:
      break;
  }
  return "bzip2";
}

std::optional<Packing> packing_of(std::string_view beginning) {
  if (beginning.starts_with(kGzipMagic.substr(0, 2))) return Packing::kGzip;
  if (beginning.starts_with(kZstdMagic) || is_skippable_frame(beginning)) {
    return Packing::kZstd;
  }
  if (beginning.starts_with(kXzMagic)) return Packing::kXz;
  if (is_bzip2_header(beginning)) return Packing::kBzip2;
  return {};
}

bool may_begin_member(Packing packing, std::string_view bytes) {
  const std::string_view magic = magic_of(packing);
  return packing_of(bytes) == packing || bytes.starts_with(magic) ||
         magic.starts_with(bytes);
}

size_t find_member(Packing packing, std::string_view bytes) {
  const std::string_view magic = magic_of(packing);
  size_t at = bytes.find(magic);
  while (at != std::string_view::npos &&
         !begins_member(packing, bytes.substr(at))) {
    at = bytes.find(magic, at + 1);
  }
  return at;
}

}  // namespace indexer
