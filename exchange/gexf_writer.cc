#include "exchange/gexf_writer.h"

#include <span>
#include <string>
#include <vector>

#include "exchange/xml_text.h"
#include "exchange/xml_values.h"

namespace exchange {
namespace {

std::string attributes(std::string_view kind,
                       std::span<const XmlColumn> columns) {
  std::string xml = "<attributes class=\"" + std::string(kind) + "\">\n";
  for (size_t i = 0; i < columns.size(); ++i) {
    xml += "<attribute id=\"" + std::to_string(i) + "\" title=\"" +
           std::string(columns[i].name) + "\" type=\"" +
           std::string(columns[i].gexf_type) + "\"/>\n";
  }
  return xml + "</attributes>\n";
}

std::string values_xml(const std::vector<std::string>& values) {
  std::string xml = "<attvalues>";
  for (size_t i = 0; i < values.size(); ++i) {
    if (values[i].empty()) continue;
    xml += "<attvalue for=\"" + std::to_string(i) + "\" value=\"" +
           xml_text(values[i]) + "\"/>";
  }
  return xml + "</attvalues>";
}

}  // namespace

std::string GexfWriter::begin(const ExportHead& head) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n"
         "<meta lastmodifieddate=\"" +
         xml_text(head.created.substr(0, 10)) +
         "\"><creator>Lode</creator><description>generation " +
         xml_text(head.generation) +
         "</description></meta>\n"
         "<graph defaultedgetype=\"directed\" mode=\"static\">\n" +
         attributes("node", kEntityColumns) + attributes("edge", kEdgeColumns) +
         "<nodes>\n";
}

std::string GexfWriter::entity(const graph::EntityDetail& entity) {
  return "<node id=\"" + xml_text(entity.summary.id) + "\" label=\"" +
         xml_text(entity.summary.name) + "\">" +
         values_xml(xml_values(entity)) + "</node>\n";
}

std::string GexfWriter::edge(const graph::ExportedEdge& exported) {
  const graph::Edge& edge = exported.edge;
  const std::vector<std::string> values = xml_values(exported);
  const std::string relation(text::to_string(edge.type));
  const std::string undirected =
      text::is_symmetric(edge.type) ? " type=\"undirected\"" : "";
  return "<edge id=\"" + xml_text(edge_id(edge)) + "\" source=\"" +
         xml_text(edge.source.id) + "\" target=\"" + xml_text(edge.target.id) +
         "\"" + undirected + " kind=\"" + relation + "\" label=\"" + relation +
         "\" weight=\"" + values.at(3) + "\">" + values_xml(values) +
         "</edge>\n";
}

std::string GexfWriter::end(const ExportCounts&) {
  return "</edges>\n</graph>\n</gexf>\n";
}

}  // namespace exchange
