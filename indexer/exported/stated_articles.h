// The articles that the edges and facts of an exported file speak of.

#pragma once

#include <cstdint>
#include <string>

#include "graph/external_sorter.h"
#include "indexer/archive/record.h"
#include "indexer/exported/spill_folder.h"
#include "indexer/exported/statement.h"
#include "text/entity.h"

namespace indexer {

// Gathers what a file says in any order, and puts articles together from it.
// Memory: two sorters and one article, of at most kMaxRecordBytes; what is more
// lies in temporary files. Used by one thread;
// throws StorageError.
class StatedArticles {
 public:
  // `archive` is named in records and rejects. Each sorter holds `sort_bytes`
  // before it spills.
  explicit StatedArticles(std::string archive, size_t sort_bytes = kSortBytes);

  // What an entity is, as `record` says. Of descriptions that differ the first
  // record's counts.
  void add(const text::Entity& entity, uint64_t record);
  // Of several that differ one counts, always the same.
  void add(const StatedArticle& article);
  void add(text::ArticleId article, const Statement& statement);
  void add(text::ArticleId article, const StatedFact& fact);

  // True if there is neither a statement nor a fact.
  bool is_empty() const { return is_empty_; }

  // Hands over a record (a line of graph_line.h) for each article with a
  // statement or a fact, by id. Its body is made of their sentences, in their
  // order. An entity that is not described is a reject, and its edges and facts
  // are left out. Call it last, once.
  void finish(const RecordSink& sink);

 private:
  void use(const std::string& entity, text::ArticleId article, uint64_t record);
  void describe_entities(const RecordSink& sink);
  void assemble(const RecordSink& sink);

  std::string archive_;
  SpillFolder folder_;
  graph::ExternalSorter entities_;  // descriptions and uses, by entity
  graph::ExternalSorter parts_;     // of articles, by article
  bool is_empty_ = true;
};

}  // namespace indexer
