#include "indexer/archive/graph_table.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "indexer/archive/csv_cells.h"
#include "indexer/excerpt.h"
#include "indexer/graph_line.h"
#include "text/annotation.h"
#include "text/article.h"
#include "text/error.h"
#include "text/utf8.h"

namespace indexer {
namespace {

using text::Span;

// A row by the names of its columns.
class Cells {
 public:
  // Throws InputError.
  explicit Cells(const std::vector<std::string>& cells) : cells_(cells) {
    if (cells.size() == kGraphColumns.size()) return;
    throw text::InputError("has " + std::to_string(cells.size()) +
                           " cells, not " +
                           std::to_string(kGraphColumns.size()));
  }

  const std::string& at(std::string_view column) const {
    const auto found = std::ranges::find(kGraphColumns, column);
    return cells_.at(static_cast<size_t>(found - kGraphColumns.begin()));
  }

  // What `parse` makes of a cell. Throws InputError.
  template <typename Value>
  Value as(std::string_view column,
           std::optional<Value> (*parse)(std::string_view)) const {
    const auto value = parse(at(column));
    if (value) return *value;
    throw text::InputError("`" + at(column) + "` is no " + std::string(column));
  }

  template <typename Number>
  Number number(std::string_view column) const {
    const std::string& cell = at(column);
    Number value{};
    const char* end = cell.data() + cell.size();
    const auto read = std::from_chars(cell.data(), end, value);
    if (read.ec == std::errc() && read.ptr == end) return value;
    throw text::InputError("`" + cell + "` is no " + std::string(column));
  }

 private:
  const std::vector<std::string>& cells_;
};

// `0-10 42-49`, in code points, as bytes of `sentence`.
std::vector<Span> parse_marks(std::string_view cell,
                              std::string_view sentence) {
  std::vector<Span> marks;
  const text::CodePointIndex index(sentence);
  const char* at = cell.data();
  const char* end = at + cell.size();
  while (at != end) {
    uint32_t first = 0;
    uint32_t last = 0;
    auto read = std::from_chars(at, end, first);
    const bool has_dash = read.ptr != end && *read.ptr == '-';
    if (has_dash) read = std::from_chars(read.ptr + 1, end, last);
    if (!has_dash || read.ec != std::errc() || first > last) {
      throw text::InputError("`" + std::string(cell) + "` marks nothing");
    }
    marks.push_back({index.byte(first), index.byte(last)});
    at = read.ptr;
    while (at != end && *at == ' ') ++at;
  }
  return marks;
}

// One row.
struct Statement {
  text::Relation relation;  // its span is set when the body is made
  text::Entity source;
  text::Entity target;
  std::vector<Span> source_marks;  // bytes of the sentence
  std::vector<Span> target_marks;
  std::string sentence;
  uint32_t sentence_begin = 0;
};

text::Entity read_entity(const Cells& cells, const std::string& end) {
  text::Entity entity;
  entity.id = cells.at(end);
  if (!text::type_of_entity_id(entity.id)) {
    throw text::InputError("`" + entity.id + "` is not an entity id");
  }
  entity.type = cells.as(end + "_type", text::parse_entity_type);
  entity.name = cells.at(end + "_name");
  if (entity.name.empty()) throw text::InputError(entity.id + " has no name");
  return entity;
}

Statement read_statement(const Cells& cells) {
  Statement statement;
  statement.source = read_entity(cells, "source");
  statement.target = read_entity(cells, "target");
  statement.sentence = cells.at("sentence");
  if (statement.sentence.empty()) throw text::InputError("has no sentence");
  statement.sentence_begin = cells.number<uint32_t>("sentence_begin");
  statement.source_marks =
      parse_marks(cells.at("source_marks"), statement.sentence);
  statement.target_marks =
      parse_marks(cells.at("target_marks"), statement.sentence);
  text::Relation& relation = statement.relation;
  relation.type = cells.as("relation", text::parse_relation_type);
  relation.source = statement.source.id;
  relation.target = statement.target.id;
  relation.in_title = cells.at("in_title") == "true";
  relation.modality = cells.as("evidence_modality", text::parse_modality);
  relation.negated = cells.at("evidence_negated") == "true";
  relation.confidence =
      static_cast<float>(cells.number<double>("evidence_confidence"));
  relation.date = cells.at("evidence_date");
  relation.rule = cells.at("rule");
  return statement;
}

// An article as its rows tell it.
struct TableArticle {
  uint64_t line = 0;
  text::Article article;  // without its body
  text::ArticleId story{};
  std::vector<Statement> statements;
};

text::Article read_article(const Cells& cells, text::ArticleId id) {
  text::Article article;
  article.id = id;
  article.title = cells.at("title");
  article.source = cells.at("publisher");
  if (!cells.at("published").empty()) {
    article.published = cells.as("published", text::parse_rfc3339);
  }
  return article;
}

// Writes the sentences into the body and returns where each begins.
std::map<std::string, uint32_t> fill_body(TableArticle& read) {
  std::vector<std::pair<uint32_t, std::string>> sentences;
  for (const Statement& one : read.statements) {
    if (one.relation.in_title) continue;
    sentences.emplace_back(one.sentence_begin, one.sentence);
  }
  std::ranges::sort(sentences);
  std::map<std::string, uint32_t> places;
  std::string& body = read.article.body;
  for (const auto& [begin, sentence] : sentences) {
    if (places.contains(sentence)) continue;
    if (!body.empty()) body.append("\n\n").append(kLeftOut).append("\n\n");
    places[sentence] = static_cast<uint32_t>(body.size());
    body += sentence;
  }
  return places;
}

class Annotator {
 public:
  explicit Annotator(TableArticle& read)
      : read_(read), places_(fill_body(read)) {}

  text::Annotation annotate() {
    text::Annotation annotation;
    for (const Statement& one : read_.statements) {
      const bool in_title = one.relation.in_title;
      const uint32_t begin = place_of(one);
      text::Relation relation = one.relation;
      relation.sentence = {begin,
                           begin + static_cast<uint32_t>(one.sentence.size())};
      annotation.relations.push_back(std::move(relation));
      mention(one.source, one.source_marks, {begin, in_title}, annotation);
      mention(one.target, one.target_marks, {begin, in_title}, annotation);
    }
    auto& mentions = annotation.mentions;
    const auto order = [](const text::Mention& m) {
      return std::tuple(!m.in_title, m.span, std::string_view(m.entity));
    };
    std::ranges::sort(mentions, {}, order);
    const auto repeated = std::ranges::unique(mentions, {}, order);
    mentions.erase(repeated.begin(), repeated.end());
    return annotation;
  }

 private:
  struct Place {
    uint32_t begin = 0;
    bool in_title = false;
  };

  // Titles were looked through when the row was read.
  uint32_t place_of(const Statement& one) const {
    if (!one.relation.in_title) return places_.at(one.sentence);
    return static_cast<uint32_t>(read_.article.title.find(one.sentence));
  }

  static void mention(const text::Entity& entity,
                      const std::vector<Span>& marks, Place place,
                      text::Annotation& annotation) {
    for (const Span mark : marks) {
      text::Mention mention;
      mention.span = {place.begin + mark.begin, place.begin + mark.end};
      mention.in_title = place.in_title;
      mention.entity = entity.id;
      mention.type = entity.type;
      mention.name = entity.name;
      mention.how = "table";
      annotation.mentions.push_back(std::move(mention));
    }
  }

  TableArticle& read_;
  std::map<std::string, uint32_t> places_;
};

std::vector<text::Entity> entities_of(const TableArticle& read) {
  std::map<std::string, text::Entity> entities;
  for (const Statement& one : read.statements) {
    entities.try_emplace(one.source.id, one.source);
    entities.try_emplace(one.target.id, one.target);
  }
  std::vector<text::Entity> list;
  for (auto& [id, entity] : entities) list.push_back(std::move(entity));
  return list;
}

std::string line_of(TableArticle read) {
  const text::Annotation annotation = Annotator(read).annotate();
  nlohmann::ordered_json json;
  json["article"] = graph_article_json(read.article, read.story, annotation,
                                       entities_of(read));
  return json.dump(-1, ' ', false,
                   nlohmann::ordered_json::error_handler_t::replace);
}

class GraphTable {
 public:
  // Throws InputError.
  void add(const CsvRow& row) {
    const Cells cells(row.cells);
    Statement statement = read_statement(cells);
    const auto id = cells.as("article", text::parse_article_id);
    const auto story = cells.as("story", text::parse_article_id);
    text::Article article = read_article(cells, id);
    if (statement.relation.in_title &&
        article.title.find(statement.sentence) == std::string::npos) {
      throw text::InputError("the sentence is not in the title");
    }
    check_type(statement.source);
    check_type(statement.target);
    const auto [known, is_new] = places_.try_emplace(id, articles_.size());
    if (is_new) articles_.push_back({row.line, std::move(article), story, {}});
    articles_[known->second].statements.push_back(std::move(statement));
  }

  std::vector<TableArticle> take() { return std::move(articles_); }

 private:
  void check_type(const text::Entity& entity) {
    const auto known = types_.try_emplace(entity.id, entity.type).first;
    if (known->second == entity.type) return;
    throw text::InputError(
        entity.id + " is a " + std::string(text::to_string(entity.type)) +
        " here and a " + std::string(text::to_string(known->second)) +
        " above");
  }

  std::vector<TableArticle> articles_;
  std::map<text::ArticleId, size_t> places_;
  std::map<std::string, text::EntityType> types_;
};

Record record_of(TableArticle article, const std::string& archive) {
  Record record;
  record.archive = archive;
  record.number = article.line;
  record.kind = RecordKind::kArticleLine;
  record.bytes = line_of(std::move(article));
  return record;
}

}  // namespace

void read_graph_table(BufferedStream& stream, const std::string& archive,
                      const RecordSink& sink) {
  GraphTable table;
  CsvReader rows(stream);
  uint64_t line = 0;
  try {
    rows.next();  // the names of the columns, by which the table was known
    while (const auto row = rows.next()) {
      line = row->line;
      try {
        table.add(*row);
      } catch (const text::InputError& error) {
        sink.on_reject({archive, line, error.what()});
      }
    }
  } catch (const text::InputError& error) {
    sink.on_reject({archive, line + 1, error.what()});
  }
  for (TableArticle& article : table.take()) {
    sink.on_record(record_of(std::move(article), archive));
  }
}

}  // namespace indexer
