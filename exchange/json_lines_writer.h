// JSON Lines: what `lode index` reads again.

#pragma once

#include "exchange/graph_writer.h"

namespace exchange {

class JsonLinesWriter : public GraphWriter {
 public:
  Wanted wanted() const override { return {}; }
  std::string begin(const ExportHead& head) override;
  std::string entity(const graph::EntityDetail& entity) override;
  std::string edge(const graph::ExportedEdge& edge) override;
  std::string article(const ReadText& article) override;
  std::string end(const ExportCounts& counts) override;
};

}  // namespace exchange
