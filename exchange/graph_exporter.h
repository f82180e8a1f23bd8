// A generation's graph as text, part by part.

#pragma once

#include <memory>
#include <string>

#include "exchange/export_format.h"
#include "exchange/graph_writer.h"
#include "generation/generation.h"
#include "graph/export.h"

namespace exchange {

struct ExportRequest {
  Format format = Format::kJsonLines;
  Table table = Table::kEdges;  // of CSV
  graph::ExportFilter filter = {};
};

// Keeps its generation. Memory: what graph::GraphExport takes, and a part; a
// part holds kPartBytes and the largest entity, edge or article. Used by one
// thread at a time. Throws StorageError.
class GraphExporter {
 public:
  GraphExporter(std::shared_ptr<const generation::Generation> generation,
                const ExportRequest& request);

  // Empty after the last one, and only then.
  std::string next_part();

 private:
  enum class Stage { kBegin, kEntities, kEdges, kArticles, kEnd, kDone };

  std::string step();
  std::string next_entity();
  std::string next_edge();
  std::string next_article();

  std::shared_ptr<const generation::Generation> generation_;
  ExportHead head_;
  std::unique_ptr<GraphWriter> writer_;
  graph::GraphExport walk_;
  Stage stage_ = Stage::kBegin;
  ExportCounts counts_;
};

inline constexpr size_t kPartBytes = 64 * 1024;

}  // namespace exchange
