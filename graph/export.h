// The graph, or a part of it, one thing after the other: entities, edges with
// all their evidence, articles with what was read in them.

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "graph/graph_reader.h"
#include "graph/period.h"
#include "text/annotation.h"
#include "text/article_id.h"
#include "text/entity.h"
#include "text/span.h"

namespace graph {

class Database;

inline constexpr uint32_t kMaxExportHops = 4;

// What is exported; nothing set: everything. Conditions are joined by AND.
struct ExportFilter {
  // Public ids: only entities at most `hops` relations away from one of these.
  // Those that the graph lacks give nothing.
  std::vector<std::string> entities = {};
  uint32_t hops = 1;  // at most kMaxExportHops
  // Only entities of these types, those of `entities` apart; empty: any.
  std::vector<text::EntityType> types = {};
  // Only edges of these types, which `hops` are counted along; empty: any.
  std::vector<text::RelationType> relations = {};
  // Only what was published then: edges are told from that evidence alone.
  Period period = {};
  float min_confidence = 0;  // of an edge

  // True where edges are chosen by what they are, not by their ends alone:
  // then entities without one of them are left out.
  bool chooses_edges() const {
    return !relations.empty() || !period.is_open() || min_confidence > 0;
  }
  bool is_everything() const {
    return entities.empty() && types.empty() && !chooses_edges();
  }
};

struct ExportedEvidence {
  Evidence evidence;
  text::ArticleId story{};
  std::vector<text::Span> source_marks;  // the parts of evidence.marks
  std::vector<text::Span> target_marks;
};

struct ExportedEdge {
  Edge edge;                               // without evidence
  std::vector<ExportedEvidence> evidence;  // all, best first
};

// What was read in one article, as far as the filter lets it through; where it
// lets everything through, all articles, otherwise those with a relation or a
// fact.
struct ExportedArticle {
  text::ArticleId id{};
  text::ArticleId story{};
  text::Annotation annotation;
  std::vector<text::Entity> entities;  // that the annotation names, by id
};

// One walk through a graph. Entities come by key, edges by the key of their
// source and then the strongest first, articles by id. Memory: 8 bytes for each
// entity and edge that a filter lets through, and all evidence of one edge.
// Used by one thread; the graph must outlive it. Throws text::StorageError.
class GraphExport {
 public:
  GraphExport(const Database& database, ExportFilter filter);
  ~GraphExport();
  GraphExport(GraphExport&&) noexcept;

  // Nothing after the last one.
  std::optional<EntityDetail> next_entity();
  std::optional<ExportedEdge> next_edge();
  // Call only after the last edge: relations of edges that were left out are
  // left out too.
  std::optional<ExportedArticle> next_article();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace graph
