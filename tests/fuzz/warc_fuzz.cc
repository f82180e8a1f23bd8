#include <cstddef>
#include <cstdint>
#include <string_view>

#include "indexer/archive/warc_reader.h"
#include "tests/fuzz/memory_stream.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  MemoryStream bytes(
      std::string_view(reinterpret_cast<const char*>(data), size));
  indexer::BufferedStream warc(bytes);
  indexer::read_warc(
      warc, "fuzz.warc",
      {[](const indexer::Record&) {}, [](const indexer::Reject&) {}});
  return 0;
}
