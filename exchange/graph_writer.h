// One format of a graph: text for each thing that is exported.

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "exchange/export_format.h"
#include "graph/export.h"
#include "text/annotation.h"
#include "text/article.h"
#include "text/entity.h"

namespace exchange {

// What a file says of itself.
struct ExportHead {
  std::string generation;  // its number
  std::string created;     // RFC 3339: when the generation was made
  graph::ExportFilter filter;
};

// An article and what was read in it; spans are of this text.
struct ReadText {
  text::Article article;
  text::ArticleId story{};
  text::Annotation annotation;
  std::vector<text::Entity> entities;
};

struct ExportCounts {
  uint64_t entities = 0;
  uint64_t edges = 0;
  uint64_t articles = 0;
};

// Called in this order: begin, entity for each, begin_edges, edge for each,
// article for each, end. What a format has no place for is the empty text.
// Used by one thread.
class GraphWriter {
 public:
  virtual ~GraphWriter() = default;

  // What the format writes at all; the rest need not be read.
  struct Wanted {
    bool entities = true;
    bool edges = true;
    bool articles = true;
  };
  virtual Wanted wanted() const = 0;

  virtual std::string begin(const ExportHead& head) = 0;
  virtual std::string entity(const graph::EntityDetail& entity) = 0;
  virtual std::string begin_edges() { return {}; }
  virtual std::string edge(const graph::ExportedEdge& edge) = 0;
  virtual std::string article(const ReadText& article) = 0;
  virtual std::string end(const ExportCounts& counts) = 0;
};

std::unique_ptr<GraphWriter> make_writer(Format format, Table table);

// `company:a|acquires|company:b`
std::string edge_id(const graph::Edge& edge);

// RFC 3339, empty where it is not known.
std::string time_text(std::optional<text::Timestamp> time);

}  // namespace exchange
