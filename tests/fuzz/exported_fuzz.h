// Any bytes as an exported graph: what is read is an article line.

#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "indexer/archive/record.h"
#include "indexer/graph_line.h"
#include "tests/fuzz/memory_stream.h"

// `read` is one of the readers of indexer/exported/. Each of its records must
// be the line of an article with a sentence behind every relation.
template <typename Read>
int read_exported(const uint8_t* data, size_t size, const Read& read) {
  MemoryStream bytes(
      std::string_view(reinterpret_cast<const char*>(data), size));
  indexer::BufferedStream stream(bytes);
  read(stream, std::string("fuzz"),
       indexer::RecordSink{
           [](const indexer::Record& record) {
             const auto line = indexer::parse_graph_line(record.bytes);
             if (!line) std::abort();
             for (const auto& relation : line->annotation->relations) {
               if (relation.sentence.size() == 0) std::abort();
             }
           },
           [](const indexer::Reject&) {}});
  return 0;
}
