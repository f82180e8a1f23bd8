#include <cstddef>
#include <cstdint>
#include <string_view>

#include "indexer/archive/table_reader.h"
#include "indexer/clean/cleaner.h"
#include "tests/fuzz/memory_stream.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  MemoryStream stream(bytes);
  indexer::BufferedStream table(stream);
  try {
    indexer::read_table(
        table, "fuzz.csv",
        {[](const indexer::Record& record) { indexer::clean(record); },
         [](const indexer::Reject&) {}},
        indexer::parse_field_map("title=t,body=b.c"));
  } catch (const text::InputError&) {
  }
  return 0;
}
