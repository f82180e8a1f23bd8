#include "indexer/exported/statement.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "indexer/clean/plain_text.h"
#include "text/error.h"
#include "text/utf8.h"

namespace indexer {
namespace {

using text::Span;

// Empty where there is none.
const std::string& field(const Fields& fields, std::string_view name) {
  static const std::string kNone;
  const auto found = fields.find(name);
  return found == fields.end() ? kNone : found->second;
}

[[noreturn]] void fail(std::string_view value, std::string_view name) {
  throw text::InputError("`" + std::string(text::cut_utf8(value, 200)) +
                         "` is no " + std::string(name));
}

// What `parse` makes of a field, `otherwise` where it is empty.
template <typename Value>
Value parsed(const Fields& fields, std::string_view name,
             std::optional<Value> (*parse)(std::string_view), Value otherwise) {
  const std::string& cell = field(fields, name);
  if (cell.empty()) return otherwise;
  const auto value = parse(cell);
  if (!value) fail(cell, name);
  return *value;
}

template <typename Number>
Number number(const Fields& fields, std::string_view name, Number otherwise) {
  const std::string& cell = field(fields, name);
  if (cell.empty()) return otherwise;
  Number value{};
  const char* end = cell.data() + cell.size();
  const auto read = std::from_chars(cell.data(), end, value);
  const bool is_number = read.ec == std::errc() && read.ptr == end;
  if (!is_number || !std::isfinite(static_cast<double>(value))) {
    fail(cell, name);
  }
  return value;
}

std::optional<bool> parse_flag(std::string_view cell) {
  std::string lower(cell);
  std::ranges::transform(lower, lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  if (lower == "true" || lower == "1") return true;
  if (lower == "false" || lower == "0") return false;
  return std::nullopt;
}

// False where the cell is empty. Spreadsheets save TRUE and FALSE.
bool flag(const Fields& fields, std::string_view name) {
  return parsed(fields, name, parse_flag, false);
}

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
      throw text::InputError("`" + std::string(text::cut_utf8(cell, 200)) +
                             "` marks nothing");
    }
    marks.push_back({index.byte(first), index.byte(last)});
    at = read.ptr;
    while (at != end && *at == ' ') ++at;
  }
  return marks;
}

StatedSentence read_sentence(const Fields& fields, uint64_t record) {
  StatedSentence sentence;
  sentence.record = record;
  sentence.text = field(fields, "sentence");
  if (sentence.text.empty()) throw text::InputError("has no sentence");
  sentence.begin = number<uint32_t>(fields, "sentence_begin", 0);
  return sentence;
}

}  // namespace

const std::string& checked_entity_id(const std::string& id) {
  if (text::type_of_entity_id(id)) return id;
  throw text::InputError("`" + std::string(text::cut_utf8(id, 200)) +
                         "` is not an entity id");
}

text::ArticleId article_of(const Fields& fields) {
  const std::string& id = field(fields, "article");
  const auto article = text::parse_article_id(id);
  if (!article) fail(id, "article");
  return *article;
}

StatedArticle read_stated_article(const Fields& fields) {
  StatedArticle stated;
  text::Article& article = stated.article;
  article.id = article_of(fields);
  // As the article line is read (indexer/article_line.h).
  article.title = collapse_space(field(fields, "title"));
  article.source = collapse_space(field(fields, "publisher"));
  article.url = collapse_space(field(fields, "url"));
  article.language = field(fields, "language");
  article.kind = parsed(fields, "kind", text::parse_article_kind, article.kind);
  if (!field(fields, "published").empty()) {
    article.published = parsed(fields, "published", text::parse_rfc3339, {});
  }
  stated.story = parsed(fields, "story", text::parse_article_id, article.id);
  return stated;
}

StatedEdge read_stated_edge(const Fields& fields) {
  const std::string& relation = field(fields, "relation");
  const auto type = text::parse_relation_type(relation);
  if (!type) fail(relation, "relation");
  return {*type, checked_entity_id(field(fields, "source")),
          checked_entity_id(field(fields, "target"))};
}

Statement read_statement(const StatedEdge& edge, const Fields& fields,
                         uint64_t record) {
  Statement statement;
  statement.sentence = read_sentence(fields, record);
  const std::string& sentence = statement.sentence.text;
  statement.source_marks = parse_marks(field(fields, "source_marks"), sentence);
  statement.target_marks = parse_marks(field(fields, "target_marks"), sentence);
  text::Relation& relation = statement.relation;
  relation.type = edge.type;
  relation.source = edge.source;
  relation.target = edge.target;
  relation.in_title = flag(fields, "in_title");
  relation.modality =
      parsed(fields, "modality", text::parse_modality, relation.modality);
  relation.negated = flag(fields, "negated");
  relation.confidence = static_cast<float>(
      std::clamp(number<double>(fields, "confidence", 1.0), 0.0, 1.0));
  relation.date = field(fields, "date");
  relation.rule = field(fields, "rule");
  return statement;
}

StatedFact read_stated_fact(const Fields& fields, uint64_t record) {
  StatedFact stated;
  stated.sentence = read_sentence(fields, record);
  text::Fact& fact = stated.fact;
  fact.in_title = flag(fields, "in_title");
  fact.entity = checked_entity_id(field(fields, "entity"));
  fact.measure = field(fields, "measure");
  fact.commodity = field(fields, "commodity");
  if (!fact.commodity.empty()) checked_entity_id(fact.commodity);
  if (field(fields, "value").empty()) throw text::InputError("has no value");
  fact.value = number<double>(fields, "value", 0);
  fact.unit = field(fields, "unit");
  fact.date = field(fields, "date");
  const auto marks =
      parse_marks(field(fields, "quantity"), stated.sentence.text);
  const auto size = static_cast<uint32_t>(stated.sentence.text.size());
  fact.quantity = marks.empty() ? Span{0, size} : marks.front();
  return stated;
}

}  // namespace indexer
