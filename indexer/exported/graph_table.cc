#include "indexer/exported/graph_table.h"

#include <utility>

#include "indexer/archive/csv_cells.h"
#include "indexer/exported/stated_articles.h"
#include "indexer/exported/statement.h"
#include "text/error.h"

namespace indexer {
namespace {

// Columns of the edge beside those of its evidence, which are named alike.
constexpr std::string_view kEvidence = "evidence_";

// A row by the names of its columns; what an edge adds up to is left out, for
// it is counted anew. Throws InputError.
Fields fields_of(CsvRow row) {
  if (row.cells.size() != kGraphColumns.size()) {
    throw text::InputError("has " + std::to_string(row.cells.size()) +
                           " cells, not " +
                           std::to_string(kGraphColumns.size()));
  }
  Fields fields;
  for (size_t i = 0; i < row.cells.size(); ++i) {
    std::string_view column = kGraphColumns[i];
    if (column.starts_with(kEvidence)) column.remove_prefix(kEvidence.size());
    // Of the edge and of its evidence the latter, which comes later.
    fields.insert_or_assign(std::string(column), std::move(row.cells[i]));
  }
  return fields;
}

// `end` is `source` or `target`.
text::Entity read_entity(const Fields& fields, const std::string& end) {
  text::Entity entity;
  entity.id = checked_entity_id(fields.at(end));
  const std::string& type = fields.at(end + "_type");
  const auto known = text::parse_entity_type(type);
  if (!known) throw text::InputError("`" + type + "` is no type");
  entity.type = *known;
  entity.name = fields.at(end + "_name");
  if (entity.name.empty()) throw text::InputError(entity.id + " has no name");
  return entity;
}

void add_row(CsvRow row, StatedArticles& articles) {
  if (!row.problem.empty()) throw text::InputError(row.problem);
  const uint64_t line = row.line;
  const Fields fields = fields_of(std::move(row));
  const text::Entity source = read_entity(fields, "source");
  const text::Entity target = read_entity(fields, "target");
  const StatedArticle article = read_stated_article(fields);
  const Statement statement =
      read_statement(read_stated_edge(fields), fields, line);
  articles.add(source, line);
  articles.add(target, line);
  articles.add(article);
  articles.add(article.article.id, statement);
}

}  // namespace

void read_graph_table(BufferedStream& stream, const std::string& archive,
                      const RecordSink& sink) {
  StatedArticles articles(archive);
  CsvReader rows(stream);
  uint64_t line = 0;
  try {
    rows.next();  // the names of the columns, by which the table was known
    while (auto row = rows.next()) {
      line = row->line;
      try {
        add_row(*std::move(row), articles);
      } catch (const text::InputError& error) {
        sink.on_reject({archive, line, error.what()});
      }
    }
  } catch (const text::InputError& error) {
    sink.on_reject({archive, line + 1, error.what()});
  }
  articles.finish(sink);
}

}  // namespace indexer
