// What GraphML and GEXF tell of an entity and of an edge.

#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "graph/export.h"

namespace exchange {

struct XmlColumn {
  std::string_view name;
  std::string_view graphml_type;
  std::string_view gexf_type;
};

inline constexpr std::array<XmlColumn, 7> kEntityColumns = {{
    {"label", "string", "string"},
    {"type", "string", "string"},
    {"aliases", "string", "string"},  // a JSON list
    {"article_count", "int", "integer"},
    {"story_count", "int", "integer"},
    {"first_reported", "string", "string"},
    {"last_reported", "string", "string"},
}};
inline constexpr std::array<XmlColumn, 9> kEdgeColumns = {{
    {"relation", "string", "string"},
    {"modality", "string", "string"},
    {"negated", "boolean", "boolean"},
    {"weight", "double", "double"},  // the confidence
    {"story_count", "int", "integer"},
    {"opposing_story_count", "int", "integer"},
    {"first_reported", "string", "string"},
    {"last_reported", "string", "string"},
    {"evidence", "string", "string"},  // a JSON list
}};

// In the order of the columns; empty: not known.
std::vector<std::string> xml_values(const graph::EntityDetail& entity);
std::vector<std::string> xml_values(const graph::ExportedEdge& edge);

}  // namespace exchange
