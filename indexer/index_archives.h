// The batch: archives in, a published generation out.

#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "extract/extractor.h"
#include "indexer/articles.h"
#include "indexer/progress.h"

namespace indexer {

struct IndexOptions {
  std::filesystem::path data;
  std::vector<std::string> paths;
  bool rebuild = false;  // start from nothing instead of adding
  ReadOptions reading = {};
  std::function<void(const Reject&)> on_reject = {};
};

struct IndexReport {
  std::string generation;  // `000007`; empty if there is none
  uint64_t added = 0;      // articles new in the data directory
  uint64_t replaced = 0;   // there before, with other text or metadata
  uint64_t unchanged = 0;  // there before, word for word, or with more text
  uint64_t repeated = 0;   // met again in this batch, kept once
  uint64_t rejected = 0;   // records
  std::map<std::string, uint64_t> skipped;  // no news by design, by what it is
  uint64_t without_text = 0;  // articles read that have a title alone
  uint64_t articles = 0;      // in the generation, briefs included
  uint64_t entities = 0;
  uint64_t edges = 0;
};

// Reads, extracts, indexes, builds the graph, seals and publishes. The current
// generation is served until the last step and stays if anything fails, or if
// there is nothing new in the archives nor in the ledger.
// Throws InputError (none of the paths exists), StorageError (disk, another
// writer).
IndexReport index_archives(const IndexOptions& options,
                           const extract::Extractor& extractor,
                           Progress& progress);

// Publishes a generation of the same articles whose graph is built with the
// judgements that stand; its name (`000007`), or nothing where the current
// graph is that already. Throws StorageError.
std::optional<std::string> rebuild_graph(const std::filesystem::path& data);

struct RemovalReport {
  uint64_t removed = 0;                  // articles; ids named twice count once
  std::vector<text::ArticleId> unknown;  // ids of no article, ascending
};

// Publishes a generation without the given articles, if any of them is there.
// Throws StorageError.
RemovalReport remove_articles(const std::filesystem::path& data,
                              const std::vector<text::ArticleId>& ids);

}  // namespace indexer
