// Questions that the grammar understands, worded for what the graph knows.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "graph/graph_reader.h"
#include "graph/question.h"
#include "graph/question_language.h"

namespace graph {

class QuestionWriter {
 public:
  // Both must outlive it.
  QuestionWriter(const GraphReader& graph, const QuestionLanguage& language)
      : graph_(graph), language_(language) {}

  // The name of an entity, or its id where the name means another one too.
  std::string name_of(const EntitySummary& entity) const;

  std::string related(const EntitySummary& entity) const;
  std::string path(const EntitySummary& one, const EntitySummary& other) const;
  // Nothing where the relation has no verb.
  std::optional<std::string> entities(Direction direction,
                                      const AskedRelation& relation,
                                      const EntitySummary& entity) const;
  std::string placed(const AskedKind& kind, const EntitySummary& place) const;
  std::string facts(const AskedMeasure& measure, const EntitySummary& entity,
                    const Period& period) const;
  std::string events(const EntitySummary& entity, const Period& period) const;

  // What the graph can answer about an entity, the best known first: its
  // strongest relations, numbers said of it, what is related to it.
  std::vector<std::string> about(const EntitySummary& entity,
                                 size_t limit) const;

  // The relation that one asks for to be told an edge of `type`.
  const RelationWords* relation_of(text::RelationType type) const;
  const MeasureWords* measure_of(std::string_view fact_measure) const;

  const QuestionLanguage& language() const { return language_; }

 private:
  std::string write(const FormHead& head, const EntitySummary& entity) const;

  const GraphReader& graph_;
  const QuestionLanguage& language_;
};

}  // namespace graph
