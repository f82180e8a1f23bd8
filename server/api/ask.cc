#include "server/api/ask.h"

#include <nlohmann/json.hpp>
#include <variant>

#include "graph/question.h"
#include "graph/question_answer.h"
#include "server/api/edge.h"
#include "server/api/naming_articles.h"
#include "server/api/page.h"
#include "server/api/path.h"
#include "server/api/related.h"
#include "server/api/timeline.h"

namespace server::api {
namespace {

Json part_json(const graph::QuestionPart& part, const std::string& question) {
  const text::CodePointIndex index(question);
  Json json = {{"begin", index.code_point(part.span.begin)},
               {"end", index.code_point(part.span.end)},
               {"text", slice(question, part.span)},
               {"role", to_string(part.role)},
               {"value", part.value}};
  if (part.entity) json["entity"] = entity_json(*part.entity);
  Json alternatives = Json::array();
  for (const graph::Alternative& other : part.alternatives) {
    alternatives.push_back(
        {{"label", other.label}, {"question", other.question}});
  }
  if (!alternatives.empty()) json["alternatives"] = std::move(alternatives);
  return json;
}

void set_entity(Json& json, const char* name,
                const std::optional<graph::EntitySummary>& entity) {
  if (entity) json[name] = entity_json(*entity);
}

Json reading_json(const graph::Question& question) {
  if (question.kind == graph::QuestionKind::kNotUnderstood) return nullptr;
  Json json = {{"kind", to_string(question.kind)}};
  set_entity(json, "entity", question.name);
  set_entity(json, "other", question.other);
  set_entity(json, "place", question.place);
  if (question.relation) {
    json["relation"] = question.relation->name;
    json["direction"] = to_string(question.direction);
  }
  if (question.asked_kind) json["asked_kind"] = question.asked_kind->name;
  if (question.measure) json["measure"] = question.measure->name;
  if (question.commodity) json["commodity"] = *question.commodity;
  set_time(json, "from", question.period.from);
  set_time(json, "to", question.period.to);
  return json;
}

// One answer in JSON, whichever it is.
class AnswerWriter {
 public:
  AnswerWriter(const graph::Question& question,
               const generation::Generation& generation)
      : question_(question), generation_(generation), writer_(generation) {}

  Json operator()(const graph::RelatedAnswer& answer) {
    return related_json(*question_.name, answer, generation_);
  }

  Json operator()(const graph::PathsAnswer& answer) {
    return {{"paths", paths_json(answer)},
            {"by_association", answer.by_association}};
  }

  Json operator()(const graph::EntitiesAnswer& answer) {
    Json json = {{"entities", Json::array()}};
    for (const graph::AnsweredEntity& one : answer.entities) {
      json["entities"].push_back({{"entity", entity_json(one.entity)},
                                  {"edges", edges_json(one.edges)}});
    }
    set_total(json, answer.total, answer.total_is_exact);
    return json;
  }

  Json operator()(const graph::QuantitiesAnswer& answer) {
    Json json = {{"facts", Json::array()}};
    for (const graph::AnsweredFact& fact : answer.facts) {
      json["facts"].push_back(fact_json(fact));
    }
    json["total"] = answer.total;
    return json;
  }

  Json operator()(const graph::EventsAnswer& answer) {
    Json json = {{"events", Json::array()}};
    for (const graph::Event& event : answer.events) {
      json["events"].push_back(event_json(event, writer_));
    }
    json["articles"] = mentions_json(answer.articles);
    return json;
  }

  Json operator()(const graph::TiesAnswer& answer) {
    return {{"edges", edges_json(answer.edges)},
            {"paths", paths_json(answer.paths)},
            {"articles", mentions_json(answer.articles)}};
  }

 private:
  Json edges_json(const std::vector<graph::Edge>& edges) {
    Json json = Json::array();
    for (const graph::Edge& edge : edges) {
      json.push_back(edge_json(edge, writer_));
    }
    return json;
  }

  Json paths_json(const graph::PathsAnswer& answer) {
    Json json = Json::array();
    for (const graph::Path& path : answer.paths) {
      json.push_back(path_json(path, writer_));
    }
    return json;
  }

  Json fact_json(const graph::AnsweredFact& fact) {
    const graph::Evidence& evidence = fact.point.evidence;
    Json json = {{"entity", entity_json(fact.entity)},
                 {"measure", fact.measure}};
    set_entity(json, "commodity", fact.commodity);
    json["value"] = fact.point.value;
    json["unit"] = fact.unit;
    set_text(json, "date", fact.point.date);
    json["date_is_stated"] = fact.point.date_is_stated;
    if (fact.point.disputed) json["disputed"] = true;
    json["text"] = slice(evidence.sentence, fact.point.quantity);
    json["evidence"] = writer_.write(evidence);
    return json;
  }

  Json mentions_json(const std::vector<graph::ArticleMention>& articles) {
    std::vector<std::string> entities = {question_.name->id};
    if (question_.other) entities.push_back(question_.other->id);
    return naming_articles(articles, entities, generation_);
  }

  const graph::Question& question_;
  const generation::Generation& generation_;
  EvidenceWriter writer_;
};

std::string why_not_understood(const graph::Question& question) {
  using graph::Misunderstanding;
  const std::string words = "`" + question.not_understood + "`";
  switch (question.misunderstanding) {
    case Misunderstanding::kUnknownName:
      return "Nothing in the archive is called " + words + ".";
    case Misunderstanding::kWrongType:
      return words + " is of the type " +
             std::string(to_string(question.known_as->type)) + ", not " +
             std::string(to_string(question.wanted_type.value())) + ".";
    case Misunderstanding::kReversedPeriod:
      return "The period " + words + " ends before it begins.";
    case Misunderstanding::kForm:
      break;
  }
  return "This is no question that can be answered.";
}

}  // namespace

Json ask(const Parameters& parameters,
         const generation::Generation& generation) {
  const std::string words = parameters.required("q");
  const auto question = graph::read_question(words, generation.graph());
  Json json = {{"question", question.text},
               {"reading", reading_json(question)},
               {"parts", Json::array()}};
  for (const graph::QuestionPart& part : question.parts) {
    json["parts"].push_back(part_json(part, question.text));
  }
  std::vector<std::string> suggestions = question.suggestions;
  if (question.kind == graph::QuestionKind::kNotUnderstood) {
    json["not_understood"] = question.not_understood;
    json["message"] = why_not_understood(question);
  } else {
    auto answered = graph::answer_question(question, generation.graph());
    json["answer"] =
        std::visit(AnswerWriter(question, generation), answered.answer);
    if (answered.is_empty) {
      json["message"] = "Nothing in the archive says that.";
      suggestions = std::move(answered.suggestions);
    }
  }
  if (!suggestions.empty()) json["suggestions"] = suggestions;
  json["generation"] = to_string(generation.id());
  return json;
}

}  // namespace server::api
