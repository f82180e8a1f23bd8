// Statements as they are sorted: JSON lists, whose last entry is the record.

#include <nlohmann/json.hpp>

#include "indexer/exported/statement.h"

namespace indexer {
namespace {

using Json = nlohmann::json;

std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json to_json(const std::vector<text::Span>& spans) {
  Json json = Json::array();
  for (const text::Span span : spans) {
    json.push_back(span.begin);
    json.push_back(span.end);
  }
  return json;
}

std::vector<text::Span> read_spans(const Json& json) {
  std::vector<text::Span> spans;
  for (size_t i = 0; i + 1 < json.size(); i += 2) {
    spans.push_back({json[i].get<uint32_t>(), json[i + 1].get<uint32_t>()});
  }
  return spans;
}

// Takes the entries of a list in their order.
class Entries {
 public:
  explicit Entries(std::string_view bytes) : list_(Json::parse(bytes)) {}

  const Json& next() { return list_.at(at_++); }
  template <typename Value>
  Value next() {
    return next().get<Value>();
  }

 private:
  Json list_;
  size_t at_ = 0;
};

StatedSentence next_sentence(Entries& entries) {
  StatedSentence sentence;
  sentence.begin = entries.next<uint32_t>();
  sentence.text = entries.next<std::string>();
  sentence.record = entries.next<uint64_t>();
  return sentence;
}

}  // namespace

std::string encode(const Statement& statement) {
  const text::Relation& relation = statement.relation;
  const StatedSentence& sentence = statement.sentence;
  return dump({relation.in_title, relation.type, relation.source,
               relation.target, relation.modality, relation.negated,
               relation.confidence, relation.date, relation.rule,
               to_json(statement.source_marks), to_json(statement.target_marks),
               sentence.begin, sentence.text, sentence.record});
}

Statement decode_statement(std::string_view bytes) {
  Entries entries(bytes);
  Statement statement;
  text::Relation& relation = statement.relation;
  relation.in_title = entries.next<bool>();
  relation.type = entries.next<text::RelationType>();
  relation.source = entries.next<std::string>();
  relation.target = entries.next<std::string>();
  relation.modality = entries.next<text::Modality>();
  relation.negated = entries.next<bool>();
  relation.confidence = entries.next<float>();
  relation.date = entries.next<std::string>();
  relation.rule = entries.next<std::string>();
  statement.source_marks = read_spans(entries.next());
  statement.target_marks = read_spans(entries.next());
  statement.sentence = next_sentence(entries);
  return statement;
}

std::string encode(const StatedFact& stated) {
  const text::Fact& fact = stated.fact;
  const StatedSentence& sentence = stated.sentence;
  return dump({fact.in_title, fact.entity, fact.measure, fact.commodity,
               fact.value, fact.unit, fact.date, to_json({fact.quantity}),
               sentence.begin, sentence.text, sentence.record});
}

StatedFact decode_stated_fact(std::string_view bytes) {
  Entries entries(bytes);
  StatedFact stated;
  text::Fact& fact = stated.fact;
  fact.in_title = entries.next<bool>();
  fact.entity = entries.next<std::string>();
  fact.measure = entries.next<std::string>();
  fact.commodity = entries.next<std::string>();
  fact.value = entries.next<double>();
  fact.unit = entries.next<std::string>();
  fact.date = entries.next<std::string>();
  fact.quantity = read_spans(entries.next()).front();
  stated.sentence = next_sentence(entries);
  return stated;
}

std::string encode(const StatedArticle& stated) {
  const text::Article& article = stated.article;
  Json published;
  if (article.published) published = static_cast<int64_t>(*article.published);
  return dump({text::to_string(article.id), text::to_string(stated.story),
               article.title, article.source, published, article.url,
               article.language, article.kind});
}

StatedArticle decode_stated_article(std::string_view bytes) {
  Entries entries(bytes);
  StatedArticle stated;
  text::Article& article = stated.article;
  article.id = *text::parse_article_id(entries.next<std::string>());
  stated.story = *text::parse_article_id(entries.next<std::string>());
  article.title = entries.next<std::string>();
  article.source = entries.next<std::string>();
  if (const Json& published = entries.next(); !published.is_null()) {
    article.published = text::Timestamp{published.get<int64_t>()};
  }
  article.url = entries.next<std::string>();
  article.language = entries.next<std::string>();
  article.kind = entries.next<text::ArticleKind>();
  return stated;
}

std::string encode(const text::Entity& entity) {
  return dump({entity.id, entity.type, entity.name, entity.aliases});
}

text::Entity decode_entity(std::string_view bytes) {
  Entries entries(bytes);
  text::Entity entity;
  entity.id = entries.next<std::string>();
  entity.type = entries.next<text::EntityType>();
  entity.name = entries.next<std::string>();
  entity.aliases = entries.next<std::vector<std::string>>();
  return entity;
}

}  // namespace indexer
