#include "exchange/xml_values.h"

#include <nlohmann/json.hpp>

#include "exchange/evidence_json.h"
#include "exchange/graph_writer.h"
#include "exchange/numbers.h"

namespace exchange {

std::vector<std::string> xml_values(const graph::EntityDetail& entity) {
  const graph::EntitySummary& summary = entity.summary;
  const nlohmann::ordered_json aliases = entity.aliases;
  return {summary.name,
          std::string(text::to_string(summary.type)),
          entity.aliases.empty() ? std::string() : dump(aliases),
          std::to_string(summary.article_count),
          std::to_string(summary.story_count),
          time_text(entity.first_reported),
          time_text(entity.last_reported)};
}

std::vector<std::string> xml_values(const graph::ExportedEdge& exported) {
  const graph::Edge& edge = exported.edge;
  return {std::string(text::to_string(edge.type)),
          std::string(text::to_string(edge.modality)),
          edge.negated ? "true" : "false",
          confidence_text(edge.confidence),
          std::to_string(edge.story_count),
          std::to_string(edge.opposing_story_count),
          time_text(edge.first_reported),
          time_text(edge.last_reported),
          dump(evidence_json(exported))};
}

}  // namespace exchange
