#include <cstddef>
#include <cstdint>
#include <string_view>

#include "indexer/archive/record_reader.h"
#include "indexer/clean/cleaner.h"
#include "tests/fuzz/memory_stream.h"

// Any file: recognised, unpacked, cut into records and cleaned.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  MemoryStream bytes(
      std::string_view(reinterpret_cast<const char*>(data), size));
  indexer::read_records(
      bytes, "fuzz",
      {[](const indexer::Record& record) { indexer::clean(record); },
       [](const indexer::Reject&) {}});
  return 0;
}
