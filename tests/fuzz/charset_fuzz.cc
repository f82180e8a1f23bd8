#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/clean/charset.h"
#include "text/error.h"
#include "text/utf8.h"

// A line that declares a charset, and bytes in it.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const size_t line = std::min(bytes.find('\n'), bytes.size());
  try {
    const std::string utf8 = indexer::decode(
        bytes.substr(std::min(line + 1, size)), bytes.substr(0, line));
    if (!text::is_valid_utf8(utf8)) __builtin_trap();
  } catch (const text::InputError&) {
  }
  return 0;
}
