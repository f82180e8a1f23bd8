// The bytes of keys and values (docs/graph_format.md).
//
// Fixed integers are big-endian, so that keys sort as numbers do. Varints hold
// seven bits a byte, the lowest first.

#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <string>
#include <string_view>

namespace graph {

// Appends values to a string of bytes.
class Encoder {
 public:
  Encoder& u8(uint8_t value) {
    bytes_.push_back(static_cast<char>(value));
    return *this;
  }
  Encoder& u32(uint32_t value) { return big_endian(value); }
  Encoder& u64(uint64_t value) { return big_endian(value); }
  // The 64-bit ids of articles and entities.
  template <typename Id>
  Encoder& id(Id value) {
    return u64(static_cast<uint64_t>(value));
  }
  // The bits of IEEE 754, big-endian.
  Encoder& f32(float value) { return u32(std::bit_cast<uint32_t>(value)); }
  Encoder& f64(double value) { return u64(std::bit_cast<uint64_t>(value)); }
  Encoder& varint(uint64_t value) {
    for (; value >= 0x80; value >>= 7) {
      bytes_.push_back(static_cast<char>((value & 0x7f) | 0x80));
    }
    bytes_.push_back(static_cast<char>(value));
    return *this;
  }
  Encoder& string(std::string_view value);  // length varint, bytes
  // The bytes alone.
  Encoder& raw(std::string_view bytes) {
    bytes_.append(bytes);
    return *this;
  }

  const std::string& bytes() const { return bytes_; }
  std::string take() { return std::move(bytes_); }

 private:
  template <typename Unsigned>
  Encoder& big_endian(Unsigned value) {
    std::array<char, sizeof value> bytes;
    for (size_t i = sizeof value; i-- > 0;) {
      bytes[i] = static_cast<char>(value & 0xff);
      value = static_cast<Unsigned>(value >> 8);
    }
    return raw({bytes.data(), bytes.size()});
  }

  std::string bytes_;
};

// Reads back what an Encoder wrote; the bytes must outlive it. Every function
// throws text::StorageError where the bytes end too early.
class Decoder {
 public:
  explicit Decoder(std::string_view bytes) : rest_(bytes) {}

  uint8_t u8() {
    if (rest_.empty()) fail_early();
    const auto value = static_cast<uint8_t>(rest_.front());
    rest_.remove_prefix(1);
    return value;
  }
  uint32_t u32() { return big_endian<uint32_t>(); }
  uint64_t u64() { return big_endian<uint64_t>(); }
  template <typename Id>
  Id id() {
    return Id{u64()};
  }
  float f32() { return std::bit_cast<float>(u32()); }
  double f64() { return std::bit_cast<double>(u64()); }
  uint64_t varint() {
    // Most are one byte.
    if (!rest_.empty() && static_cast<uint8_t>(rest_.front()) < 0x80) {
      return u8();
    }
    return long_varint();
  }
  // Also throws where the value needs more than 32 bits.
  uint32_t varint32() {
    const uint64_t value = varint();
    if (value > UINT32_MAX) fail_too_big();
    return static_cast<uint32_t>(value);
  }
  // A count of things that take at least one byte each: throws where more are
  // announced than bytes are left.
  uint32_t count();
  std::string_view string();

  // A byte that names a value of an enumeration of `size` values.
  template <typename Enum>
  Enum choice(int size) {
    return static_cast<Enum>(bounded(size));
  }

  bool flag() { return choice<uint8_t>(2) != 0; }

  std::string_view rest() const { return rest_; }
  bool done() const { return rest_.empty(); }
  void skip(size_t size) { take(size); }
  // Throws text::StorageError where bytes are left.
  void expect_end() const;

 private:
  std::string_view take(size_t size) {
    if (size > rest_.size()) fail_early();
    const auto taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }

  template <typename Unsigned>
  Unsigned big_endian() {
    Unsigned value = 0;
    for (const char byte : take(sizeof value)) {
      value = static_cast<Unsigned>(value << 8 | static_cast<uint8_t>(byte));
    }
    return value;
  }

  uint8_t bounded(int size) {
    const uint8_t value = u8();
    if (value >= size) fail_outside();
    return value;
  }

  uint64_t long_varint();
  [[noreturn]] static void fail_early();
  [[noreturn]] static void fail_too_big();
  [[noreturn]] static void fail_outside();

  std::string_view rest_;
};

}  // namespace graph
