#include "server/api/article.h"

#include <nlohmann/json.hpp>
#include <unordered_map>

#include "server/api/chosen_article.h"

namespace server::api {
namespace {

Json whole_article(const text::Article& article) {
  Json json = article_head(article);
  set_time(json, "modified", article.modified);
  set_text(json, "section", article.section);
  json["body"] = article.body;
  set_text(json, "archive", article.archive);
  if (article.record != 0) json["record"] = article.record;
  return json;
}

// Where something stands in an article.
class Places {
 public:
  explicit Places(const text::Article& article)
      : title_(article.title), body_(article.body) {}

  void set(Json& json, text::Span span, bool in_title) const {
    const text::CodePointIndex& index = in_title ? title_ : body_;
    json["begin"] = index.code_point(span.begin);
    json["end"] = index.code_point(span.end);
    if (in_title) json["in_title"] = true;
  }

 private:
  text::CodePointIndex title_;
  text::CodePointIndex body_;
};

Json mention_json(const text::Mention& mention, const text::Article& article,
                  const Places& places) {
  Json json = Json::object();
  places.set(json, mention.span, mention.in_title);
  json["text"] =
      slice(mention.in_title ? article.title : article.body, mention.span);
  json["type"] = text::to_string(mention.type);
  if (!mention.nominal) {
    set_text(json, "class", text::coarse_class(mention.type));
  }
  json["entity"] = mention.entity;
  set_text(json, "name", mention.name);
  json["confidence"] = rounded(mention.confidence);
  json["how"] = mention.how;
  if (mention.nominal) json["nominal"] = true;
  return json;
}

using Names = std::unordered_map<std::string, std::string>;

Names names_of(const text::Annotation& annotation) {
  Names names;
  for (const text::Mention& mention : annotation.mentions) {
    names.emplace(mention.entity, mention.name);
  }
  return names;
}

Json relation_json(const text::Relation& relation, const Names& names,
                   const Places& places) {
  Json json = {{"type", text::to_string(relation.type)},
               {"source", relation.source},
               {"target", relation.target}};
  const auto set_name = [&](const char* field, const std::string& entity) {
    const auto name = names.find(entity);
    if (name != names.end()) set_text(json, field, name->second);
  };
  set_name("source_name", relation.source);
  set_name("target_name", relation.target);
  places.set(json, relation.sentence, relation.in_title);
  json["confidence"] = rounded(relation.confidence);
  json["modality"] = text::to_string(relation.modality);
  json["negated"] = relation.negated;
  set_text(json, "date", relation.date);
  set_text(json, "rule", relation.rule);
  return json;
}

}  // namespace

Json article(const Parameters& parameters,
             const generation::Generation& generation) {
  const text::Article article = choose_article(parameters, generation);
  const text::Annotation annotation =
      generation.graph().annotation(article.id).value_or(text::Annotation{});
  const Places places(article);
  const Names names = names_of(annotation);
  Json json = {{"article", whole_article(article)},
               {"mentions", Json::array()},
               {"relations", Json::array()}};
  for (const text::Mention& mention : annotation.mentions) {
    json["mentions"].push_back(mention_json(mention, article, places));
  }
  for (const text::Relation& relation : annotation.relations) {
    json["relations"].push_back(relation_json(relation, names, places));
  }
  json["generation"] = to_string(generation.id());
  return json;
}

}  // namespace server::api
