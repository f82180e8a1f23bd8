#include <cstddef>
#include <cstdint>
#include <string_view>

#include "indexer/clean/press_date.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  indexer::parse_press_date(bytes, {text::Timestamp{1765843200}, "zh"});
  return 0;
}
