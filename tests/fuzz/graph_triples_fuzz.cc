#include "indexer/exported/graph_triples.h"
#include "tests/fuzz/exported_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  return read_exported(data, size, indexer::read_graph_triples);
}
