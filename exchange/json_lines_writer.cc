#include "exchange/json_lines_writer.h"

#include <nlohmann/json.hpp>

#include "exchange/evidence_json.h"
#include "exchange/numbers.h"
#include "indexer/excerpt.h"
#include "indexer/graph_line.h"

namespace exchange {
namespace {

using Json = nlohmann::ordered_json;

// indexer::is_graph_line() knows the line by its first member.
std::string line(const char* kind, Json value) {
  Json json;
  json[kind] = std::move(value);
  return dump(json) + "\n";
}

void set_time(Json& json, const char* name,
              std::optional<text::Timestamp> time) {
  if (time) json[name] = text::to_rfc3339(*time);
}

template <typename Value>
Json names_of(const std::vector<Value>& values) {
  Json json = Json::array();
  for (const Value value : values) json.push_back(text::to_string(value));
  return json;
}

Json filter_json(const graph::ExportFilter& filter) {
  Json json = Json::object();
  if (!filter.entities.empty()) {
    json["entities"] = filter.entities;
    json["hops"] = filter.hops;
  }
  if (!filter.types.empty()) json["types"] = names_of(filter.types);
  if (!filter.relations.empty()) json["relations"] = names_of(filter.relations);
  set_time(json, "from", filter.period.from);
  set_time(json, "to", filter.period.to);
  if (filter.min_confidence > 0) {
    json["min_confidence"] = confidence_value(filter.min_confidence);
  }
  return json;
}

}  // namespace

std::string JsonLinesWriter::begin(const ExportHead& head) {
  Json json = {{"format", indexer::kGraphFormat},
               {"generation", head.generation},
               {"created", head.created}};
  json["filter"] = filter_json(head.filter);
  return line("lode_graph", std::move(json));
}

std::string JsonLinesWriter::entity(const graph::EntityDetail& entity) {
  Json json = {{"id", entity.summary.id},
               {"type", text::to_string(entity.summary.type)},
               {"name", entity.summary.name}};
  if (!entity.aliases.empty()) json["aliases"] = entity.aliases;
  json["article_count"] = entity.summary.article_count;
  json["story_count"] = entity.summary.story_count;
  json["edge_count"] = entity.edge_count;
  set_time(json, "first_reported", entity.first_reported);
  set_time(json, "last_reported", entity.last_reported);
  return line("entity", std::move(json));
}

std::string JsonLinesWriter::edge(const graph::ExportedEdge& exported) {
  const graph::Edge& edge = exported.edge;
  Json json = {{"id", edge_id(edge)},
               {"source", edge.source.id},
               {"type", text::to_string(edge.type)},
               {"target", edge.target.id},
               {"modality", text::to_string(edge.modality)},
               {"negated", edge.negated},
               {"confidence", confidence_value(edge.confidence)},
               {"story_count", edge.story_count},
               {"opposing_story_count", edge.opposing_story_count}};
  set_time(json, "first_reported", edge.first_reported);
  set_time(json, "last_reported", edge.last_reported);
  json["evidence"] = evidence_json(exported);
  return line("edge", std::move(json));
}

std::string JsonLinesWriter::article(const ReadText& read) {
  // Where a file lay is nothing to tell others.
  text::Article article = read.article;
  article.archive.clear();
  article.record = 0;
  const auto excerpt =
      indexer::make_excerpt(std::move(article), read.annotation);
  return line("article",
              indexer::graph_article_json(excerpt.article, read.story,
                                          excerpt.annotation, read.entities));
}

std::string JsonLinesWriter::end(const ExportCounts& counts) {
  return line("end", {{"entities", counts.entities},
                      {"edges", counts.edges},
                      {"articles", counts.articles}});
}

}  // namespace exchange
