// Builds a graph in bulk from edges with their evidence, without reading
// articles.

#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "graph/edge_rows.h"
#include "graph/graph_builder.h"
#include "graph/keys.h"
#include "text/article_id.h"
#include "text/entity.h"

namespace graph {

// What evidence needs of an article.
struct ImportedArticle {
  text::ArticleId id{};
  std::string title;
  std::string source;
  OptionalTime published;
  std::vector<std::string> sentences;  // that evidence is in
};

// All entities and articles are added first, in any order, each once; then the
// evidence. Every article is a story of its own, and nobody is associated by
// being named together. Such a graph keeps no annotations: it can be read, but
// no other one can be built on it. Memory: 200 bytes for an entity, 100 for an
// article. Used by one thread; throws text::StorageError.
class GraphImport {
 public:
  // Builds into `directory`, which must not exist.
  explicit GraphImport(const std::filesystem::path& directory);
  ~GraphImport();
  GraphImport(const GraphImport&) = delete;
  GraphImport& operator=(const GraphImport&) = delete;

  void add_entity(text::Entity entity);
  void add_article(const ImportedArticle& article);

  // A sentence of an article that states an edge; `evidence` has the number of
  // the sentence in the article, and its article number is not read. Throws
  // text::InputError where an entity or the article was not added.
  void add_evidence(const EvidenceKey& edge, text::ArticleId article,
                    const EvidenceEntry& evidence);

  GraphCounts finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace graph
