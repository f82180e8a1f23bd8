// Writes the next generation: the articles of the one before, changed by a
// batch.

#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <unordered_set>
#include <vector>

#include "generation/generation.h"
#include "graph/graph_builder.h"
#include "indexer/articles.h"
#include "search/index_writer.h"

namespace indexer {

class GenerationWriter {
 public:
  // `previous` may be null: then the generation starts from nothing. There will
  // be `lanes` lanes, at least one. Throws StorageError.
  GenerationWriter(const std::filesystem::path& data,
                   const generation::WriterLock& lock,
                   std::shared_ptr<const generation::Generation> previous,
                   int lanes);

  // Adds or replaces an article, whose annotation and entities must be filled
  // in; each id once. Different lanes may be used by different threads; the
  // distribution over lanes decides nothing but the order of docids.
  void add(int lane, const ReadArticle& article);

  // Leaves an article of the previous generation out.
  void remove(text::ArticleId id);

  // Ends every lane, merges, seals and publishes. `extraction` is the
  // fingerprint to keep in the manifest. Throws StorageError.
  generation::Manifest publish(const std::string& extraction);

  generation::GenerationId id() const { return draft_.id(); }

 private:
  struct Lane {
    std::filesystem::path directory;
    std::unique_ptr<search::SegmentWriter> segment;
    uint64_t articles = 0;
    uint64_t digest = 0;
    std::vector<text::ArticleId> ids;
  };

  void count_added(generation::Manifest& manifest);
  void carry_over_previous(generation::Manifest& manifest);
  void keep_old_segments(generation::Manifest& manifest);
  void rewrite_old_articles();
  uint64_t digest_of_previous(text::ArticleId id) const;
  void write_new_segment(generation::Manifest& manifest);

  std::filesystem::path data_;
  std::shared_ptr<const generation::Generation> previous_;
  generation::NewGeneration draft_;
  std::vector<Lane> lanes_;
  std::unordered_set<uint64_t> gone_;  // ids that old segments must not show
  uint64_t digest_ = 0;
  std::mutex graph_mutex_;
  graph::GraphBuilder graph_;
};

// Additive over articles: what a manifest's content digest sums up, modulo
// 2^64.
uint64_t content_digest(const text::Article& article,
                        const text::Annotation& annotation);

}  // namespace indexer
