#include <cstddef>
#include <cstdint>
#include <string_view>

#include "indexer/clean/markdown.h"
#include "text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  indexer::parse_markdown(text::make_valid_utf8(bytes), {});
  return 0;
}
