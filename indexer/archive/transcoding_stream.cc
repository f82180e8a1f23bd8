#include "indexer/archive/transcoding_stream.h"

#include <algorithm>
#include <array>
#include <cerrno>

namespace indexer {
namespace {

using namespace std::string_view_literals;

constexpr size_t kChunkBytes = 16 << 10;

// Four characters at least must be in sight.
constexpr size_t kMinWideBytes = 16;

// Which of four neighbouring bytes are zero nearly always.
std::array<bool, 4> zero_places(std::string_view bytes) {
  std::array<size_t, 4> zeros{};
  for (size_t i = 0; i < bytes.size(); ++i) zeros[i % 4] += bytes[i] == '\0';
  std::array<bool, 4> places{};
  for (size_t i = 0; i < 4; ++i) {
    places[i] = zeros[i] * 4 * 10 > bytes.size() * 8;
  }
  return places;
}

}  // namespace

std::string wide_charset(std::string_view beginning) {
  if (beginning.starts_with("\xFF\xFE\0\0"sv)) return "UTF-32LE";
  if (beginning.starts_with("\0\0\xFE\xFF"sv)) return "UTF-32BE";
  if (beginning.starts_with("\xFF\xFE"sv)) return "UTF-16LE";
  if (beginning.starts_with("\xFE\xFF"sv)) return "UTF-16BE";
  if (beginning.size() < kMinWideBytes) return {};
  const std::array<bool, 4> zeros = zero_places(beginning.substr(0, 4096));
  if (zeros == std::array{false, true, true, true}) return "UTF-32LE";
  if (zeros == std::array{true, true, true, false}) return "UTF-32BE";
  if (zeros == std::array{false, true, false, true}) return "UTF-16LE";
  if (zeros == std::array{true, false, true, false}) return "UTF-16BE";
  return {};
}

TranscodingStream::TranscodingStream(ByteStream& encoded,
                                     const std::string& charset)
    : encoded_(encoded), converter_(charset) {}

bool TranscodingStream::fill() {
  std::array<char, kChunkBytes> chunk{};
  const size_t count = encoded_.read(chunk);
  waiting_.append(chunk.data(), count);
  ended_ = count == 0;
  return !ended_;
}

size_t TranscodingStream::read(std::span<char> into) {
  char* to = into.data();
  size_t room = into.size();
  while (room == into.size()) {
    if (waiting_.empty() && !fill()) return 0;
    char* from = waiting_.data();
    size_t left = waiting_.size();
    const size_t status =
        ::iconv(converter_.handle(), &from, &left, &to, &room);
    const int error = status == static_cast<size_t>(-1) ? errno : 0;
    waiting_.erase(0, waiting_.size() - left);
    const bool cut = error == EINVAL;
    if (cut && room < into.size()) break;
    if (cut && fill()) continue;
    if (error != EILSEQ && !cut) continue;
    if (room == 0) break;
    *to++ = '\xFF';
    --room;
    waiting_.erase(0, 1);
  }
  return into.size() - room;
}

}  // namespace indexer
