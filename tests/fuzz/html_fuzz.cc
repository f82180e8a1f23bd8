#include <cstddef>
#include <cstdint>
#include <string_view>

#include "indexer/clean/html_article.h"
#include "text/error.h"
#include "text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  try {
    indexer::parse_html_article(text::make_valid_utf8(bytes), {});
  } catch (const text::InputError&) {
  }
  return 0;
}
