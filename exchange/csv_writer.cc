#include "exchange/csv_writer.h"

#include <string>

#include "exchange/evidence_json.h"
#include "exchange/numbers.h"
#include "indexer/archive/csv_cells.h"

namespace exchange {
namespace {

constexpr char kBetweenAliases = '|';

std::string flag(bool value) { return value ? "true" : "false"; }

// Writes one table and nothing else.
class TableWriter : public GraphWriter {
 public:
  std::string entity(const graph::EntityDetail&) override { return {}; }
  std::string edge(const graph::ExportedEdge&) override { return {}; }
  std::string article(const ReadText&) override { return {}; }
  std::string end(const ExportCounts&) override { return {}; }
};

class EntityTable : public TableWriter {
 public:
  Wanted wanted() const override { return {true, false, false}; }

  std::string begin(const ExportHead&) override {
    return csv_line({"id", "type", "name", "aliases", "article_count",
                     "story_count", "edge_count", "first_reported",
                     "last_reported"});
  }

  std::string entity(const graph::EntityDetail& entity) override {
    std::string aliases;
    for (const std::string& alias : entity.aliases) {
      if (!aliases.empty()) aliases += kBetweenAliases;
      aliases += alias;
    }
    const graph::EntitySummary& summary = entity.summary;
    return csv_line(
        {summary.id, std::string(text::to_string(summary.type)), summary.name,
         aliases, std::to_string(summary.article_count),
         std::to_string(summary.story_count), std::to_string(entity.edge_count),
         time_text(entity.first_reported), time_text(entity.last_reported)});
  }
};

// One line for each piece of evidence; what the edge adds up to is repeated.
class EdgeTable : public TableWriter {
 public:
  Wanted wanted() const override { return {false, true, false}; }

  std::string begin(const ExportHead&) override {
    return csv_line(
        {indexer::kGraphColumns.begin(), indexer::kGraphColumns.end()});
  }

  std::string edge(const graph::ExportedEdge& exported) override {
    std::string lines;
    for (const auto& one : exported.evidence) lines += line(exported.edge, one);
    return lines;
  }

 private:
  static std::string line(const graph::Edge& edge,
                          const graph::ExportedEvidence& exported) {
    const graph::Evidence& evidence = exported.evidence;
    return csv_line({edge.source.id,
                     edge.source.name,
                     std::string(text::to_string(edge.source.type)),
                     std::string(text::to_string(edge.type)),
                     edge.target.id,
                     edge.target.name,
                     std::string(text::to_string(edge.target.type)),
                     std::string(text::to_string(edge.modality)),
                     flag(edge.negated),
                     confidence_text(edge.confidence),
                     std::to_string(edge.story_count),
                     std::to_string(edge.opposing_story_count),
                     time_text(edge.first_reported),
                     time_text(edge.last_reported),
                     text::to_string(evidence.article),
                     text::to_string(exported.story),
                     evidence.title,
                     evidence.source,
                     time_text(evidence.published),
                     evidence.sentence,
                     flag(evidence.in_title),
                     std::to_string(evidence.span.begin),
                     marks_text(evidence.sentence, exported.source_marks),
                     marks_text(evidence.sentence, exported.target_marks),
                     std::string(text::to_string(evidence.modality)),
                     flag(evidence.negated),
                     confidence_text(evidence.confidence),
                     evidence.date,
                     evidence.rule});
  }
};

class FactTable : public TableWriter {
 public:
  Wanted wanted() const override { return {false, false, true}; }

  std::string begin(const ExportHead&) override {
    return csv_line({"entity", "measure", "commodity", "value", "unit", "date",
                     "quantity", "article", "story", "title", "publisher",
                     "url", "published", "sentence"});
  }

  std::string article(const ReadText& read) override {
    std::string lines;
    const text::Article& article = read.article;
    for (const text::Fact& fact : read.annotation.facts) {
      const std::string& text = fact.in_title ? article.title : article.body;
      lines += csv_line(
          {fact.entity, fact.measure, fact.commodity, number_text(fact.value),
           fact.unit, fact.date, std::string(slice(text, fact.quantity)),
           text::to_string(article.id), text::to_string(read.story),
           article.title, article.source, article.url,
           time_text(article.published),
           std::string(slice(text, fact.sentence))});
    }
    return lines;
  }
};

}  // namespace

std::string csv_line(const std::vector<std::string>& cells) {
  std::string line;
  for (size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) line += ',';
    line += indexer::to_csv_cell(cells[i]);
  }
  return line + "\r\n";
}

std::unique_ptr<GraphWriter> make_csv_writer(Table table) {
  switch (table) {
    case Table::kEdges:
      return std::make_unique<EdgeTable>();
    case Table::kEntities:
      return std::make_unique<EntityTable>();
    case Table::kFacts:
      return std::make_unique<FactTable>();
  }
  return nullptr;
}

}  // namespace exchange
