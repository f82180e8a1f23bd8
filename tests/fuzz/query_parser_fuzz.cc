// Any bytes are a query.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "search/query_parser.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view query(reinterpret_cast<const char*>(data), size);
  search::parse_query(query, search::Operators::kRead);
  search::parse_query(query, search::Operators::kAsWords);
  return 0;
}
