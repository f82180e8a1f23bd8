#include "graph/encoding.h"

#include <algorithm>

#include "text/error.h"

namespace graph {
namespace {

[[noreturn]] void fail(std::string_view detail) {
  throw text::StorageError("graph record", detail);
}

}  // namespace

Encoder& Encoder::string(std::string_view value) {
  return varint(value.size()).raw(value);
}

void Decoder::fail_early() { fail("it ends too early"); }

void Decoder::fail_too_big() { fail("a number is too big"); }

void Decoder::fail_outside() { fail("a value is outside its enumeration"); }

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

uint32_t Decoder::count() {
  const uint32_t value = varint32();
  if (value > rest_.size()) fail("a count is greater than what follows");
  return value;
}

std::string_view Decoder::string() { return take(count()); }

void Decoder::expect_end() const {
  if (!done()) fail("it is too long");
}

}  // namespace graph
