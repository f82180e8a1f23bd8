#include "exchange/graph_writer.h"

#include "exchange/csv_writer.h"
#include "exchange/gexf_writer.h"
#include "exchange/graphml_writer.h"
#include "exchange/json_lines_writer.h"
#include "exchange/ntriples_writer.h"
#include "graph/edge_history.h"

namespace exchange {

std::unique_ptr<GraphWriter> make_writer(Format format, Table table) {
  switch (format) {
    case Format::kJsonLines:
      return std::make_unique<JsonLinesWriter>();
    case Format::kCsv:
      return make_csv_writer(table);
    case Format::kGraphml:
      return std::make_unique<GraphmlWriter>();
    case Format::kGexf:
      return std::make_unique<GexfWriter>();
    case Format::kNtriples:
      return std::make_unique<NtriplesWriter>();
  }
  return nullptr;
}

std::string edge_id(const graph::Edge& edge) {
  return graph::to_string(
      graph::EdgeName{edge.source.id, edge.type, edge.target.id});
}

std::string time_text(std::optional<text::Timestamp> time) {
  return time ? text::to_rfc3339(*time) : std::string();
}

}  // namespace exchange
