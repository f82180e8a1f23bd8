// One complete, sealed, read-only index and graph, under the ledger of a
// moment.

#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>

#include "generation/data_directory.h"
#include "generation/ledger.h"
#include "graph/graph_reader.h"
#include "search/index_reader.h"
#include "search/suggestions.h"

namespace generation {

// Safe for any number of threads. Text and graph are of the same generation;
// the graph is as curators judge it, by the ledger as it stood when this was
// made.
class Generation {
 public:
  // Throws StorageError if anything is missing or of another format.
  Generation(const std::filesystem::path& data, GenerationId id);
  // The same generation under the ledger as it stands now. Shares all files.
  explicit Generation(const Generation& other);
  Generation& operator=(const Generation&) = delete;

  GenerationId id() const { return id_; }
  const Manifest& manifest() const { return files_->manifest; }
  const search::IndexReader& index() const { return files_->index; }
  const search::Suggestions& suggestions() const {
    return files_->suggestions;
  }
  const graph::GraphReader& graph() const { return graph_; }

  // The ledger that the graph is under.
  const std::filesystem::path& data() const { return data_; }
  const std::string& ledger_stamp() const { return ledger_stamp_; }
  const std::vector<std::string>& ledger_problems() const {
    return ledger_.problems;
  }

 private:
  void note_problems();

  // What stays the same under every ledger.
  struct Files {
    Files(const std::filesystem::path& data, GenerationId id);

    ReaderLock lock;
    Manifest manifest;
    graph::GraphReader graph;
    search::IndexReader index;  // takes the stories from the graph
    search::Suggestions suggestions;
  };

  std::filesystem::path data_;
  GenerationId id_;
  std::shared_ptr<const Files> files_;
  std::string ledger_stamp_;  // taken before the ledger was read
  LedgerContents ledger_;
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
