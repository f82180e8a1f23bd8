// One complete, sealed, read-only index and graph.

#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>

#include "generation/data_directory.h"
#include "graph/graph_reader.h"
#include "search/index_reader.h"

namespace generation {

// Safe for any number of threads. Text and graph are of the same generation.
class Generation {
 public:
  // Throws StorageError if anything is missing or of another format.
  Generation(const std::filesystem::path& data, GenerationId id);

  GenerationId id() const { return id_; }
  const Manifest& manifest() const { return manifest_; }
  const search::IndexReader& index() const { return index_; }
  const graph::GraphReader& graph() const { return graph_; }

 private:
  ReaderLock lock_;
  GenerationId id_;
  Manifest manifest_;
  search::IndexReader index_;
  graph::GraphReader graph_;
};

// The segments that `manifest` of a generation in `directory` lists.
std::vector<search::Segment> segments_of(
    const Manifest& manifest, const std::filesystem::path& directory);

// The current generation of `data`, also when a new one is published meanwhile.
// Throws StorageError where nothing was indexed yet or it can't be read.
std::shared_ptr<const Generation> open_current(
    const std::filesystem::path& data);

}  // namespace generation
