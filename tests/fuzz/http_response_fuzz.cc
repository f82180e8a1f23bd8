#include <cstddef>
#include <cstdint>
#include <string_view>

#include "indexer/archive/http_response.h"
#include "text/error.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  try {
    indexer::parse_http_response(bytes, size_t{1} << 20);
  } catch (const text::InputError&) {
  }
  return 0;
}
