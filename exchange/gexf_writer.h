// GEXF 1.3 (https://gexf.net): for Gephi.

#pragma once

#include "exchange/graph_writer.h"

namespace exchange {

class GexfWriter : public GraphWriter {
 public:
  Wanted wanted() const override { return {true, true, false}; }
  std::string begin(const ExportHead& head) override;
  std::string entity(const graph::EntityDetail& entity) override;
  std::string begin_edges() override { return "</nodes>\n<edges>\n"; }
  std::string edge(const graph::ExportedEdge& edge) override;
  std::string article(const ReadText&) override { return {}; }
  std::string end(const ExportCounts&) override;
};

}  // namespace exchange
