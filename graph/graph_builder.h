// Builds the graph of one generation (docs/graph_format.md).

#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "graph/judgements.h"
#include "text/annotation.h"
#include "text/article.h"

namespace graph {

struct GraphCounts {
  uint64_t articles = 0;
  uint64_t stories = 0;
  uint64_t entities = 0;
  uint64_t edges = 0;     // typed relations
  uint64_t evidence = 0;  // sentences behind them
  uint64_t facts = 0;
  uint64_t mentions = 0;

  bool operator==(const GraphCounts&) const = default;
};

// The graph is a pure function of its annotated articles and the judgements on
// them: the order of add() calls, and whether articles came in one batch or
// several, make no difference.
// Used by one thread.
class GraphBuilder {
 public:
  // Builds into `directory`, which must not exist. The articles of `previous`
  // (the graph of the generation before) are carried over, except those that
  // are added or removed here. Throws StorageError.
  GraphBuilder(const std::filesystem::path& directory,
               const std::optional<std::filesystem::path>& previous);
  ~GraphBuilder();
  GraphBuilder(const GraphBuilder&) = delete;
  GraphBuilder& operator=(const GraphBuilder&) = delete;

  // Adds or replaces an article. `entities` describes each entity that
  // `annotation` names (aliases included), in any order. Articles with the same
  // `story` tell one story and no other article does; without it, the body
  // decides.
  void add(const text::Article& article, const text::Annotation& annotation,
           std::span<const text::Entity> entities,
           std::optional<text::ArticleId> story = {});

  // Leaves out an article that `previous` has; nothing if it has none.
  void remove(text::ArticleId id);

  // The judgements that stand, in the order of the ledger; without this call,
  // none. Those that `previous` was built with make no difference.
  void judge(std::vector<Judgement> judgements);

  // Writes everything to disk and closes; no add() after this.
  GraphCounts finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace graph
