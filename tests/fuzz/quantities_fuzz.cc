// Any bytes may hold quantities: each lies inside of the text and is a number.

#include "extract/quantities.h"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string_view>

namespace {

struct Reader {
  extract::Symbols symbols;
  extract::QuantityReader quantities{
      std::filesystem::path(LODE_SOURCE_DIR) / "corpora/measures", symbols};
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const Reader kReader;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  auto tokens = extract::split_numbers(text, extract::tokenize(text));
  kReader.symbols.label(tokens);
  size_t last = 0;
  for (const auto& q : kReader.quantities.find(text, tokens)) {
    const bool sound = last <= q.last && q.first < q.last &&
                       q.last <= tokens.size() && std::isfinite(q.value);
    if (!sound) std::abort();
    last = q.last;
  }
  return 0;
}
