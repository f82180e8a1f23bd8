// Answers to questions: every one an edge or a fact with its sentence, or an
// article (docs/questions.md).

#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "graph/facts.h"
#include "graph/graph_reader.h"
#include "graph/paths.h"
#include "graph/question.h"
#include "graph/timeline.h"

namespace graph {

struct AnsweredEntity {
  EntitySummary entity;
  // All that the answer rests on, never empty: first the edge that was asked
  // for, then those that lead to its owner or to the place.
  std::vector<Edge> edges;
};

struct EntitiesAnswer {
  // What is stated before what is denied; of both the most reported first.
  std::vector<AnsweredEntity> entities;
  uint64_t total = 0;
  bool total_is_exact = true;  // else there may be more
};

struct AnsweredFact {
  EntitySummary entity;
  std::string measure;
  std::optional<EntitySummary> commodity;
  std::string unit;
  FactPoint point;
};

struct QuantitiesAnswer {
  // Of the entity itself before those of others; in each series the newest
  // first.
  std::vector<AnsweredFact> facts;
  uint64_t total = 0;
};

struct EventsAnswer {
  std::vector<Event> events;             // newest first
  std::vector<ArticleMention> articles;  // that name it, newest first
};

struct TiesAnswer {
  std::vector<Edge> edges;               // between the two
  PathsAnswer paths;                     // over one other entity
  std::vector<ArticleMention> articles;  // that name both, newest first
};

using Answer = std::variant<RelatedAnswer, PathsAnswer, EntitiesAnswer,
                            QuantitiesAnswer, EventsAnswer, TiesAnswer>;

struct AnsweredQuestion {
  Answer answer;
  bool is_empty = false;
  // Questions with an answer, where this one has none.
  std::vector<std::string> suggestions;
};

// `question` must be understood.
AnsweredQuestion answer_question(const Question& question,
                                 const GraphReader& graph);

}  // namespace graph
