// The bytes of keys and values (docs/graph_format.md).
//
// Fixed integers are big-endian, so that keys sort as numbers do. Varints hold
// seven bits a byte, the lowest first.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace graph {

// Appends values to a string of bytes.
class Encoder {
 public:
  Encoder& u8(uint8_t value);
  Encoder& u32(uint32_t value);
  Encoder& u64(uint64_t value);
  // The 64-bit ids of articles and entities.
  template <typename Id>
  Encoder& id(Id value) {
    return u64(static_cast<uint64_t>(value));
  }
  Encoder& f32(float value);   // the bits of IEEE 754, big-endian
  Encoder& f64(double value);  // the same
  Encoder& varint(uint64_t value);
  Encoder& string(std::string_view value);  // length varint, bytes
  Encoder& raw(std::string_view bytes);     // the bytes alone

  const std::string& bytes() const { return bytes_; }
  std::string take() { return std::move(bytes_); }

 private:
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
  uint32_t u32();
  uint64_t u64();
  template <typename Id>
  Id id() {
    return Id{u64()};
  }
  float f32();
  double f64();
  uint64_t varint() {
    // Most are one byte.
    if (!rest_.empty() && static_cast<uint8_t>(rest_.front()) < 0x80) {
      return u8();
    }
    return long_varint();
  }
  uint32_t varint32();  // also throws where the value needs more than 32 bits
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
  std::string_view take(size_t size);
  uint8_t bounded(int size);
  uint64_t long_varint();
  [[noreturn]] static void fail_early();

  std::string_view rest_;
};

}  // namespace graph
