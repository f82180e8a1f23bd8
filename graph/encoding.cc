#include "graph/encoding.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>

#include "text/error.h"

namespace graph {
namespace {

template <typename Unsigned>
std::array<char, sizeof(Unsigned)> big_endian(Unsigned value) {
  std::array<char, sizeof(Unsigned)> bytes;
  for (size_t i = sizeof value; i-- > 0;) {
    bytes[i] = static_cast<char>(value & 0xff);
    value = static_cast<Unsigned>(value >> 8);
  }
  return bytes;
}

uint64_t from_big_endian(std::string_view bytes) {
  uint64_t value = 0;
  for (const char byte : bytes) value = value << 8 | static_cast<uint8_t>(byte);
  return value;
}

[[noreturn]] void fail(std::string_view detail) {
  throw text::StorageError("graph record", detail);
}

}  // namespace

Encoder& Encoder::u8(uint8_t value) {
  bytes_.push_back(static_cast<char>(value));
  return *this;
}

Encoder& Encoder::u32(uint32_t value) {
  const auto bytes = big_endian(value);
  return raw({bytes.data(), bytes.size()});
}

Encoder& Encoder::u64(uint64_t value) {
  const auto bytes = big_endian(value);
  return raw({bytes.data(), bytes.size()});
}

Encoder& Encoder::f32(float value) {
  return u32(std::bit_cast<uint32_t>(value));
}

Encoder& Encoder::f64(double value) {
  return u64(std::bit_cast<uint64_t>(value));
}

Encoder& Encoder::varint(uint64_t value) {
  for (; value >= 0x80; value >>= 7) {
    bytes_.push_back(static_cast<char>((value & 0x7f) | 0x80));
  }
  bytes_.push_back(static_cast<char>(value));
  return *this;
}

Encoder& Encoder::string(std::string_view value) {
  return varint(value.size()).raw(value);
}

Encoder& Encoder::raw(std::string_view bytes) {
  bytes_.append(bytes);
  return *this;
}

void Decoder::fail_early() { fail("it ends too early"); }

std::string_view Decoder::take(size_t size) {
  if (size > rest_.size()) fail_early();
  const auto taken = rest_.substr(0, size);
  rest_.remove_prefix(size);
  return taken;
}

uint32_t Decoder::u32() {
  return static_cast<uint32_t>(from_big_endian(take(4)));
}

uint64_t Decoder::u64() { return from_big_endian(take(8)); }
float Decoder::f32() { return std::bit_cast<float>(u32()); }
double Decoder::f64() { return std::bit_cast<double>(u64()); }

uint64_t Decoder::long_varint() {
  constexpr size_t kLongest = 10;  // bytes
  const size_t end = std::min(rest_.size(), kLongest);
  uint64_t value = 0;
  for (size_t i = 0; i < end; ++i) {
    const auto byte = static_cast<uint8_t>(rest_[i]);
    value |= static_cast<uint64_t>(byte & 0x7f) << (7 * i);
    if (byte < 0x80) {
      rest_.remove_prefix(i + 1);
      return value;
    }
  }
  if (end < kLongest) fail_early();
  fail("a number is longer than 64 bits");
}

uint32_t Decoder::varint32() {
  const uint64_t value = varint();
  if (value > std::numeric_limits<uint32_t>::max()) fail("a number is too big");
  return static_cast<uint32_t>(value);
}

uint32_t Decoder::count() {
  const uint32_t value = varint32();
  if (value > rest_.size()) fail("a count is greater than what follows");
  return value;
}

std::string_view Decoder::string() { return take(count()); }

void Decoder::expect_end() const {
  if (!done()) fail("it is too long");
}

uint8_t Decoder::bounded(int size) {
  const uint8_t value = u8();
  if (value >= size) fail("a value is outside its enumeration");
  return value;
}

}  // namespace graph
