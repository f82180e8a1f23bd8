// Numbers in files that are read where they lie in memory, least byte first.

#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "text/error.h"

namespace search {

static_assert(std::endian::native == std::endian::little);

template <typename Number>
void append_number(std::string& bytes, Number number) {
  char raw[sizeof(Number)];
  std::memcpy(raw, &number, sizeof(Number));
  bytes.append(raw, sizeof(Number));
}

// Numbers side by side in bytes that outlive it; they need no alignment.
template <typename Number>
class NumberView {
 public:
  NumberView() = default;
  explicit NumberView(std::string_view bytes) : bytes_(bytes) {}

  size_t size() const { return bytes_.size() / sizeof(Number); }

  // Throws StorageError past the end.
  Number operator[](size_t index) const {
    if (index >= size()) throw text::StorageError("a number past the end");
    Number number;
    std::memcpy(&number, bytes_.data() + index * sizeof(Number),
                sizeof(Number));
    return number;
  }

 private:
  std::string_view bytes_;
};

// Takes the first `size` bytes off `rest`. Throws StorageError if there are
// fewer.
inline std::string_view take_bytes(std::string_view& rest, uint64_t size) {
  if (size > rest.size()) throw text::StorageError("a part is cut off");
  const std::string_view taken = rest.substr(0, size);
  rest.remove_prefix(size);
  return taken;
}

template <typename Number>
Number take_number(std::string_view& rest) {
  return NumberView<Number>(take_bytes(rest, sizeof(Number)))[0];
}

}  // namespace search
