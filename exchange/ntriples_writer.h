// RDF as N-Triples: evidence as statements about statements
// (rdf:Statement, which every reader of N-Triples knows).

#pragma once

#include "exchange/graph_writer.h"

namespace exchange {

class NtriplesWriter : public GraphWriter {
 public:
  Wanted wanted() const override { return {}; }
  std::string begin(const ExportHead&) override { return {}; }
  std::string entity(const graph::EntityDetail& entity) override;
  std::string edge(const graph::ExportedEdge& edge) override;
  std::string article(const ReadText& article) override;
  std::string end(const ExportCounts&) override { return {}; }
};

}  // namespace exchange
