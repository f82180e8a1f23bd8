#include <cstddef>
#include <cstdint>
#include <string_view>

#include "indexer/clean/mail.h"
#include "text/error.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  try {
    indexer::parse_mail(bytes);
  } catch (const text::InputError&) {
  }
  return 0;
}
