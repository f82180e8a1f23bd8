#include "exchange/graphml_writer.h"

#include <span>
#include <string>
#include <vector>

#include "exchange/xml_text.h"
#include "exchange/xml_values.h"

namespace exchange {
namespace {

// `type` is a column of both: nodes and edges have keys of their own.
std::string key_id(std::string_view kind, std::string_view column) {
  return std::string(kind) + "_" + std::string(column);
}

std::string keys(std::string_view kind, std::span<const XmlColumn> columns) {
  std::string xml;
  for (const XmlColumn& column : columns) {
    xml += "<key id=\"" + key_id(kind, column.name) + "\" for=\"" +
           std::string(kind) + "\" attr.name=\"" + std::string(column.name) +
           "\" attr.type=\"" + std::string(column.graphml_type) + "\"/>\n";
  }
  return xml;
}

std::string data(std::string_view kind, std::span<const XmlColumn> columns,
                 const std::vector<std::string>& values) {
  std::string xml;
  for (size_t i = 0; i < columns.size(); ++i) {
    if (values[i].empty()) continue;
    xml += "<data key=\"" + key_id(kind, columns[i].name) + "\">" +
           xml_text(values[i]) + "</data>";
  }
  return xml;
}

}  // namespace

std::string GraphmlWriter::begin(const ExportHead& head) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
         "<desc>Lode, generation " +
         xml_text(head.generation) + " of " + xml_text(head.created) +
         "</desc>\n" + keys("node", kEntityColumns) +
         keys("edge", kEdgeColumns) +
         "<graph id=\"lode\" edgedefault=\"directed\">\n";
}

std::string GraphmlWriter::entity(const graph::EntityDetail& entity) {
  return "<node id=\"" + xml_text(entity.summary.id) + "\">" +
         data("node", kEntityColumns, xml_values(entity)) + "</node>\n";
}

std::string GraphmlWriter::edge(const graph::ExportedEdge& exported) {
  const graph::Edge& edge = exported.edge;
  const std::string undirected =
      text::is_symmetric(edge.type) ? " directed=\"false\"" : "";
  return "<edge id=\"" + xml_text(edge_id(edge)) + "\" source=\"" +
         xml_text(edge.source.id) + "\" target=\"" + xml_text(edge.target.id) +
         "\"" + undirected + ">" +
         data("edge", kEdgeColumns, xml_values(exported)) + "</edge>\n";
}

std::string GraphmlWriter::end(const ExportCounts&) {
  return "</graph>\n</graphml>\n";
}

}  // namespace exchange
