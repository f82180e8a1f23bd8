// From the articles of a graph to everything that is counted over them.

#pragma once

#include <filesystem>
#include <vector>

#include "graph/built_judgements.h"
#include "graph/catalogue_builder.h"
#include "graph/database.h"
#include "graph/graph_builder.h"
#include "graph/identity.h"
#include "graph/stories.h"

namespace graph {

// The articles of a database, ordered by id.
struct WrittenArticles {
  std::vector<SignedArticle> articles;
  CatalogueBuilder catalogue;  // has them in the same order
};

// Reads `articles` and `annotations` and fills the other columns, on all
// processors. Memory is bounded apart from some 350 bytes per article, 100 per
// entity and 100 per pair that relations tie; what is more is sorted in
// temporary files of `directory`. Used once, by one thread.
class GraphAssembly {
 public:
  // What is read in the articles is counted as `identity` has it. All must
  // outlive it.
  GraphAssembly(Database& database, const std::filesystem::path& directory,
                const Identity& identity)
      : database_(database), directory_(directory), identity_(identity) {}

  GraphCounts run(WrittenArticles written);

  // What run() met of the judgements; without fingerprints.
  const BuiltJudgements& judgements() const { return judgements_; }

 private:
  void write_stories(WrittenArticles& written);

  Database& database_;
  std::filesystem::path directory_;
  const Identity& identity_;
  BuiltJudgements judgements_;
};

}  // namespace graph
