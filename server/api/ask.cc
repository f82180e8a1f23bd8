#include "server/api/ask.h"

#include <nlohmann/json.hpp>

#include "graph/question.h"
#include "server/api/page.h"
#include "server/api/related.h"

namespace server::api {
namespace {

constexpr size_t kAmbiguousShown = 5;

// The other entities that the name fits as well as the first.
Json ambiguous_json(const std::vector<graph::NamedEntity>& candidates) {
  Json json = Json::array();
  for (size_t i = 1; i < candidates.size(); ++i) {
    const graph::NamedEntity& other = candidates[i];
    if (other.match != candidates.front().match) break;
    if (json.size() == kAmbiguousShown) break;
    json.push_back(entity_json(other.entity));
  }
  return json;
}

void set_answer(Json& json, const graph::Question& question,
                const generation::Generation& generation) {
  const graph::EntitySummary& entity = question.candidates.front().entity;
  json["reading"] = {{"kind", "related"}, {"entity", entity_json(entity)}};
  Json ambiguous = ambiguous_json(question.candidates);
  if (!ambiguous.empty()) {
    json["reading"]["ambiguous"] = std::move(ambiguous);
  }
  graph::RelatedRequest request;
  request.entity = entity.id;
  request.limit = kDefaultLimit;
  json["answer"] = related_answer(request, generation);
}

void set_help(Json& json, const graph::Question& question) {
  json["reading"] = nullptr;
  json["message"] =
      question.name.empty()
          ? "This is no question that can be answered yet."
          : "No article names an entity `" + question.not_understood + "`.";
  json["examples"] = Json::array();
  if (!question.example.empty()) json["examples"].push_back(question.example);
}

}  // namespace

Json ask(const Parameters& parameters,
         const generation::Generation& generation) {
  const std::string words = parameters.required("q");
  const auto question = graph::read_question(words, generation.graph());
  Json json = {{"question", words}};
  if (question.kind == graph::QuestionKind::kRelated &&
      !question.candidates.empty()) {
    set_answer(json, question, generation);
  } else {
    set_help(json, question);
  }
  json["generation"] = to_string(generation.id());
  return json;
}

}  // namespace server::api
