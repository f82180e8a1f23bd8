#include "server/api/json.h"

#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

#include "server/error.h"

namespace server::api {

std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

double rounded(double value) { return std::round(value * 1e4) / 1e4; }

void set_text(Json& json, const char* name, std::string_view value) {
  if (!value.empty()) json[name] = value;
}

void set_time(Json& json, const char* name,
              const std::optional<text::Timestamp>& time) {
  if (time) json[name] = text::to_rfc3339(*time);
}

Json marks_json(std::string_view text, std::span<const text::Span> marks) {
  Json json = Json::array();
  if (marks.empty()) return json;
  const text::CodePointIndex index(text);
  for (const text::Span mark : marks) {
    json.push_back({index.code_point(mark.begin), index.code_point(mark.end)});
  }
  return json;
}

Json article_head(const text::Article& article) {
  Json json;
  json["id"] = text::to_string(article.id);
  set_text(json, "title", article.title);
  set_text(json, "url", article.url);
  set_text(json, "source", article.source);
  set_time(json, "published", article.published);
  set_text(json, "language", article.language);
  json["kind"] = text::to_string(article.kind);
  if (!article.authors.empty()) json["authors"] = article.authors;
  return json;
}

Json entity_json(const graph::EntitySummary& entity) {
  Json json = entity_name(entity);
  json["article_count"] = entity.article_count;
  json["story_count"] = entity.story_count;
  return json;
}

Json entity_name(const graph::EntitySummary& entity) {
  return {{"id", entity.id},
          {"name", entity.name},
          {"type", text::to_string(entity.type)}};
}

std::string_view to_string(graph::NameMatch match) {
  constexpr std::array<std::string_view, 4> kNames = {"exact", "alias",
                                                      "prefix", "word"};
  return kNames.at(static_cast<size_t>(match));
}

std::string_view to_string(graph::Direction direction) {
  return direction == graph::Direction::kOut ? "out" : "in";
}

graph::EntityDetail require_entity(const generation::Generation& generation,
                                   std::string_view id) {
  auto entity = generation.graph().entity(id);
  if (!entity) {
    throw NotFound("No entity has the id `" + std::string(id) + "`.");
  }
  return *std::move(entity);
}

EvidenceWriter::Offsets::Offsets(text::Article whole)
    : article(std::move(whole)), title(article.title), body(article.body) {}

const EvidenceWriter::Offsets* EvidenceWriter::offsets(text::ArticleId id) {
  const auto known = articles_.find(id);
  if (known != articles_.end()) return known->second.get();
  auto article = generation_->index().article(id);
  auto read =
      article ? std::make_unique<Offsets>(*std::move(article)) : nullptr;
  return articles_.emplace(id, std::move(read)).first->second.get();
}

Json EvidenceWriter::write(const graph::Evidence& evidence) {
  Json json;
  json["article"] = text::to_string(evidence.article);
  set_text(json, "title", evidence.title);
  set_text(json, "source", evidence.source);
  set_time(json, "published", evidence.published);
  json["sentence"] = evidence.sentence;
  json["marks"] = marks_json(evidence.sentence, evidence.marks);
  if (const Offsets* at = offsets(evidence.article)) {
    const auto& index = evidence.in_title ? at->title : at->body;
    json["begin"] = index.code_point(evidence.span.begin);
    json["end"] = index.code_point(evidence.span.end);
  }
  if (evidence.in_title) json["in_title"] = true;
  if (evidence.rule.empty()) return json;  // the sentence only names both
  json["modality"] = text::to_string(evidence.modality);
  json["negated"] = evidence.negated;
  json["confidence"] = rounded(evidence.confidence);
  set_text(json, "date", evidence.date);
  json["rule"] = evidence.rule;
  return json;
}

Json EvidenceWriter::write_all(std::span<const graph::Evidence> evidence) {
  Json json = Json::array();
  for (const graph::Evidence& one : evidence) json.push_back(write(one));
  return json;
}

}  // namespace server::api
